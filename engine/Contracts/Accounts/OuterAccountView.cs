namespace ApprovalEngine.Contracts.Accounts;

/// <summary>The account at an outer provider with which a person signs in here.</summary>
/// <param name="Issuer">The provider, as its tokens name it.</param>
/// <param name="Subject">The person's key there, which never changes.</param>
public sealed record OuterAccountView(string Issuer, string Subject);
