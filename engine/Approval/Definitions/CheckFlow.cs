using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Definitions;
using ApprovalEngine.Workflow.Definitions;
using MediatR;

namespace ApprovalEngine.Approval.Definitions;

/// <summary>What stands between a version and its publication, and what is doubtful about it.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="DefinitionId">Which.</param>
/// <param name="Version">The version; null for the newest.</param>
public sealed record CheckFlow(Access Access, string DefinitionId, int? Version) : IRequest<IReadOnlyList<FlowFinding>>;

internal sealed class CheckFlowHandler(IMediator mediator, FlowLint lint) : IRequestHandler<CheckFlow, IReadOnlyList<FlowFinding>>
{
    public async Task<IReadOnlyList<FlowFinding>> Handle(CheckFlow request, CancellationToken cancellationToken)
    {
        var flow = await mediator.Send(new GetFlow(request.Access, request.DefinitionId, request.Version), cancellationToken);
        return await lint.Check(request.Access.CentreId, FlowDefinition.Parse(flow.Document.ToJsonString()), [], cancellationToken);
    }
}
