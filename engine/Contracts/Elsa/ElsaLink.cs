namespace ApprovalEngine.Contracts.Elsa;

/// <summary>What the reader may do: Elsa Studio shows its buttons by these.</summary>
/// <param name="Href">Address below Elsa's base path.</param>
/// <param name="Rel">Name of the act.</param>
/// <param name="Method">HTTP method.</param>
public sealed record ElsaLink(string Href, string Rel, string Method);
