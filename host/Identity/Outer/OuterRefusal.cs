namespace ApprovalEngine.Host.Identity.Outer;

/// <summary>Why a sign-in from outside was refused. The provider has said who it is, so they may know.</summary>
internal enum OuterRefusal
{
    /// <summary>Nobody here has that name.</summary>
    Unknown,

    /// <summary>The account here is deactivated.</summary>
    Inactive,

    /// <summary>The account here is locked for a while, after wrong passwords or codes.</summary>
    Locked,

    /// <summary>The account here of that name belongs to somebody else at the provider.</summary>
    Taken,

    /// <summary>What came back is not what was asked for, or the provider itself refused.</summary>
    Failed,

    /// <summary>The provider does not answer.</summary>
    Unreachable,
}
