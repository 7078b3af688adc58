using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using MediatR;

namespace ApprovalEngine.Approval.Definitions;

/// <summary>The picture of a version, also of a draft.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="DefinitionId">Which.</param>
/// <param name="Version">The version; null for the newest.</param>
/// <exception cref="RuleBrokenException">The draft cannot be run, and so not be drawn; the place is named.</exception>
public sealed record DrawFlow(Access Access, string DefinitionId, int? Version) : IRequest<FlowPicture>;

internal sealed class DrawFlowHandler(IMediator mediator, FlowStore flows) : IRequestHandler<DrawFlow, FlowPicture>
{
    public async Task<FlowPicture> Handle(DrawFlow request, CancellationToken cancellationToken)
    {
        var flow = await mediator.Send(new GetFlow(request.Access, request.DefinitionId, request.Version), cancellationToken);

        // A version that was published goes on with what it used then, and is compiled already where cases run on it.
        return FlowDrawing.Of(flow.Summary.PublishedAt is null
            ? await flows.Draft(request.Access.CentreId, flow.Document.ToJsonString(), cancellationToken)
            : await flows.Compiled(request.Access.CentreId, request.DefinitionId, flow.Summary.Version, cancellationToken));
    }
}
