namespace ApprovalEngine.Contracts.Organisation;

/// <summary>Who applies, as entered at intake.</summary>
/// <param name="Kind">Person or organisation.</param>
/// <param name="Name">Free text; names are never judged by a pattern.</param>
/// <param name="Number">Resident ID or unified social credit code, as typed.</param>
/// <param name="Phone">How to reach them.</param>
/// <param name="ExceptionReason">Why a credit code that breaks the rule is a real early one; needs a right.</param>
public sealed record ApplicantRequest(ApplicantKind Kind, string Name, string? Number = null, string? Phone = null, string? ExceptionReason = null);
