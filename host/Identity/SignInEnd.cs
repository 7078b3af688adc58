namespace ApprovalEngine.Host.Identity;

/// <summary>How a try to sign in ended.</summary>
internal enum SignInEnd
{
    /// <summary>Name, password or code is wrong, or the account is locked or inactive: nobody learns which.</summary>
    Refused,

    /// <summary>The password is right; the account also asks for a code.</summary>
    CodeNeeded,

    /// <summary>Signed in.</summary>
    In,
}
