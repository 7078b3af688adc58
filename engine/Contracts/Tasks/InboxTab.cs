namespace ApprovalEngine.Contracts.Tasks;

/// <summary>Lists of an inbox; their names stand in addresses and in saved filters.</summary>
public enum InboxTab
{
    /// <summary>待辦.</summary>
    Mine,

    /// <summary>可簽收.</summary>
    Claimable,

    /// <summary>已辦.</summary>
    Done,

    /// <summary>抄送.</summary>
    Copied,
}
