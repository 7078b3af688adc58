namespace ApprovalEngine.Contracts.Cases;

/// <summary>Who applies, as the case page shows it.</summary>
/// <param name="Kind">Person or Organisation.</param>
/// <param name="Number">A person's ID number with its middle hidden, an organisation's credit code in full; null when not known.</param>
/// <param name="Phone">Telephone with its middle hidden; null when not known.</param>
public sealed record ApplicantView(string Kind, string? Number, string? Phone);
