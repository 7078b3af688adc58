using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Definitions;
using ApprovalEngine.Contracts.Elsa;
using MediatR;

namespace ApprovalEngine.Approval.Elsa.Definitions;

/// <summary>Publishes the newest version of a definition for a client of Elsa's.</summary>
/// <param name="Access">Who publishes.</param>
/// <param name="DefinitionId">Which.</param>
/// <param name="BuildsOn">What is meant; null for whatever is newest.</param>
public sealed record PublishDefinition(Access Access, string DefinitionId, FlowBase? BuildsOn = null) : IRequest<ElsaSaved>;

internal sealed class PublishDefinitionHandler(ApprovalDbContext context, IMediator mediator) : IRequestHandler<PublishDefinition, ElsaSaved>
{
    public async Task<ElsaSaved> Handle(PublishDefinition request, CancellationToken cancellationToken)
    {
        var (access, definitionId, buildsOn) = request;
        var before = await context.Flows(access.CentreId, definitionId).Chosen("Latest", definitionId, cancellationToken);
        var published = await mediator.Send(new PublishFlow(access, definitionId, new PublishFlowRequest(buildsOn)), cancellationToken);
        if (published.AwaitsRelease)
        {
            // Studio says of every other answer that it was published (elsa-studio.md, section 2).
            throw new RuleBrokenException("FlowAwaitsRelease", "The draft is saved, and its release is asked for: another administrator decides before new cases start on it.");
        }

        return new ElsaSaved(await mediator.Send(new GetDefinitionVersion(access, published.Id), cancellationToken), before.IsPublished, published.MovedConsumers, []);
    }
}
