namespace ApprovalEngine.Contracts.Cases;

/// <summary>What the applicant follows the case with, for the receipt.</summary>
/// <param name="Code">The query code, in groups of four.</param>
/// <param name="Address">The page to type it in.</param>
public sealed record InquiryView(string Code, string Address);
