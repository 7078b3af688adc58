using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Definitions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Definitions;

/// <summary>Publishes the newest version: new cases start on it, running ones stay on theirs.</summary>
/// <param name="Access">Who publishes.</param>
/// <param name="DefinitionId">Which.</param>
/// <param name="Request">What is meant, and what is taken upon oneself.</param>
public sealed record PublishFlow(Access Access, string DefinitionId, PublishFlowRequest Request) : IRequest<FlowSummary>;

internal sealed class PublishFlowHandler(ApprovalDbContext context, OrgDirectory directory, FlowLint lint, ConsumingFlows consumers, TimeProvider time) : IRequestHandler<PublishFlow, FlowSummary>
{
    public async Task<FlowSummary> Handle(PublishFlow request, CancellationToken cancellationToken)
    {
        var (access, definitionId, publish) = request;
        await directory.RequireFlowEditor(access, cancellationToken);
        var latest = await context.Flows(access.CentreId, definitionId).Latest(definitionId, cancellationToken);
        if (publish.BuildsOn is { } seen && (seen.Version != latest.Version || seen.Revision != latest.Revision))
        {
            throw await FlowVersions.Moved(context, access.CentreId, definitionId, cancellationToken);
        }

        if (latest.IsPublished)
        {
            return FlowView.Of(latest).Summary;
        }

        var flow = FlowView.Definition(latest);
        await lint.Require(access.CentreId, flow, publish.Overrides ?? [], cancellationToken);
        await context.Commit(access.CentreId, definitionId, () => Publish(access, latest, publish, cancellationToken), cancellationToken);
        var moved = flow.UpdatesConsumers ? (await consumers.Move(access, flow, cancellationToken)).Count : 0;
        return FlowView.Of(latest).Summary with { MovedConsumers = moved };
    }

    private async Task Publish(Access access, FlowVersion latest, PublishFlowRequest publish, CancellationToken cancel)
    {
        // Before the new one, for the index on one published version is not deferred.
        await context.Flows(access.CentreId, latest.DefinitionId).Where(flow => flow.IsPublished && flow.Version != latest.Version)
            .ExecuteUpdateAsync(flow => flow.SetProperty(row => row.IsPublished, false).SetProperty(row => row.Revision, row => row.Revision + 1), cancel);
        latest.IsPublished = true;
        latest.PublishedAt ??= time.GetUtcNow();
        latest.PublishedBy ??= access.UserName;
        latest.Note = string.IsNullOrWhiteSpace(publish.Note) ? latest.Note : publish.Note.Trim();
        latest.Revision++;
        context.Record(access, time.GetUtcNow(), "FlowPublished", latest.DefinitionId, new { latest.Version, publish.Overrides, publish.Note });
    }
}
