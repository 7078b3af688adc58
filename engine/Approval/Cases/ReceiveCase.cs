using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using MediatR;

namespace ApprovalEngine.Approval.Cases;

/// <summary>An application is handed in (收件): the case gets its number and its flow starts.</summary>
/// <param name="Access">Who enters it: a clerk of the window, an agent, or a program.</param>
/// <param name="Key">The client's idempotency key; null for none.</param>
/// <param name="Request">What is handed in.</param>
public sealed record ReceiveCase(Access Access, string? Key, ReceiveCaseRequest Request) : IRequest<CaseMoved>;
