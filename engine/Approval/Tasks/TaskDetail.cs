using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Tasks;
using MediatR;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>A task as the page shows it on which it is answered: what each answer leads to, advice, added signers, the form.</summary>
/// <param name="Access">Who asks; they must be able to see the case.</param>
/// <param name="TaskId">The task.</param>
public sealed record TaskDetail(Access Access, Guid TaskId) : IRequest<TaskView>;
