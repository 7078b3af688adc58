using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using MediatR;

namespace ApprovalEngine.Approval.Cases;

/// <summary>A case with everything that its page shows. That it was looked at, and by whom, is recorded.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="CaseId">The case.</param>
public sealed record CaseDetail(Access Access, Guid CaseId) : IRequest<CaseView>;
