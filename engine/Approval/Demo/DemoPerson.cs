using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Approval.Demo;

/// <summary>An applicant of the demo, who comes more than once.</summary>
/// <param name="Applicant">As entered.</param>
/// <param name="ApplicantId">As stored.</param>
internal sealed record DemoPerson(ApplicantRequest Applicant, Guid ApplicantId);
