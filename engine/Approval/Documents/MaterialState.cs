namespace ApprovalEngine.Approval.Documents;

/// <summary>How a material of the item's list stands. The numbers are stored.</summary>
public enum MaterialState : short
{
    /// <summary>Handed in.</summary>
    Supplied = 0,

    /// <summary>Accepted without it, against a written promise (容缺受理).</summary>
    Deferred = 1,

    /// <summary>This case does not need it.</summary>
    NotNeeded = 2,

    /// <summary>Needed, and not handed in.</summary>
    Missing = 3,

    /// <summary>Handed in, and not as it must be.</summary>
    Faulty = 4,
}
