using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Expressions;
using MediatR;

namespace ApprovalEngine.Approval.Elsa.Descriptors;

/// <summary>TypeScript declarations of what the scripts of a flow can reach, by its newest version.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="DefinitionId">The flow.</param>
public sealed record DescribeScripts(Access Access, string DefinitionId) : IRequest<string>;

internal sealed class DescribeScriptsHandler(IMediator mediator) : IRequestHandler<DescribeScripts, string>
{
    public async Task<string> Handle(DescribeScripts request, CancellationToken cancellationToken)
    {
        request.Access.Require(Role.Administrator);
        var flow = await mediator.Send(new GetFlow(request.Access, request.DefinitionId, null), cancellationToken);
        return TypeDeclarations.Of(FlowDefinition.Parse(flow.Document.ToJsonString()));
    }
}
