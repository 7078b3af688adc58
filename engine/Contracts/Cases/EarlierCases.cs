namespace ApprovalEngine.Contracts.Cases;

/// <summary>Whose earlier cases are looked for while an application is entered.</summary>
/// <param name="Kind">Person or Organisation.</param>
/// <param name="Number">Resident ID or credit code; null where none is known: then the name is looked for.</param>
/// <param name="Name">Name of the applicant.</param>
public sealed record EarlierCasesRequest(string Kind, string? Number, string? Name);

/// <summary>Cases that the person who asks may see, of the same number or else of the same name.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="OpenCount">How many of them are still open.</param>
/// <param name="IsByNumber">They have the same number, and so the same applicant; else they have only the name.</param>
/// <param name="Newest">The newest of them, open ones first.</param>
public sealed record EarlierCases(int Count, int OpenCount, bool IsByNumber, IReadOnlyList<CaseListed> Newest);
