namespace ApprovalEngine.Approval.SigningIn;

/// <summary>Somebody as an outer provider (OpenID Connect) knows them.</summary>
/// <param name="Issuer">The provider, as its tokens name it.</param>
/// <param name="Subject">Their key there; the provider never gives it to anybody else.</param>
/// <param name="Name">What the provider calls them, to be compared with user names at the first sign-in; null when it does not say.</param>
public sealed record OuterAccount(string Issuer, string Subject, string? Name);
