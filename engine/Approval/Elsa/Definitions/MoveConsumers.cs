using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using MediatR;

namespace ApprovalEngine.Approval.Elsa.Definitions;

/// <summary>Takes the flows that use a definition as an activity to its published version, whether it asks for that by itself or not.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="DefinitionId">The definition that is used.</param>
public sealed record MoveConsumers(Access Access, string DefinitionId) : IRequest<IReadOnlyList<string>>;

internal sealed class MoveConsumersHandler(ApprovalDbContext context, OrgDirectory directory, ConsumingFlows consumers) : IRequestHandler<MoveConsumers, IReadOnlyList<string>>
{
    public async Task<IReadOnlyList<string>> Handle(MoveConsumers request, CancellationToken cancellationToken)
    {
        await directory.RequireFlowEditor(request.Access, cancellationToken);
        var published = await context.Flows(request.Access.CentreId, request.DefinitionId).Chosen("Published", request.DefinitionId, cancellationToken);
        return await consumers.Move(request.Access, FlowView.Definition(published), cancellationToken);
    }
}
