namespace ApprovalEngine.Contracts.Organisation;

/// <summary>The order of a list of people.</summary>
public enum PersonSort
{
    /// <summary>By user name.</summary>
    User,

    /// <summary>By user name, backwards.</summary>
    UserBackwards,

    /// <summary>By name, as the reader's language sorts.</summary>
    Name,

    /// <summary>By name, backwards.</summary>
    NameBackwards,
}
