using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Definitions;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Definitions;

/// <summary>Puts the newest version in force, whoever had to agree to it.</summary>
internal sealed class FlowPublication(ApprovalDbContext context, FlowLint lint, ConsumingFlows consumers, TimeProvider time)
{
    /// <summary>Publishes it, unless errors stand in the way; flows that use it go over.</summary>
    /// <param name="access">Who publishes.</param>
    /// <param name="latest">The newest version.</param>
    /// <param name="publish">What is taken upon oneself, and what is said about it.</param>
    /// <param name="decided">What else becomes of it in the same transaction, at which instant (UTC).</param>
    /// <param name="trace">What the trail says.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<FlowSummary> Publish(Access access, FlowVersion latest, PublishFlowRequest publish, Action<DateTimeOffset> decided, object trace, CancellationToken cancel)
    {
        var flow = FlowView.Definition(latest);
        await lint.Require(access.CentreId, flow, publish.Overrides ?? [], cancel);
        await context.Commit(
            access.CentreId,
            latest.DefinitionId,
            async () =>
            {
                var now = time.GetUtcNow();
                await PutInForce(access, latest, publish.Note, now, cancel);
                decided(now);
                context.Record(access, now, EventAct.FlowPublished, latest.DefinitionId, trace);
            },
            cancel);
        var moved = flow.UpdatesConsumers ? (await consumers.Move(access, flow, cancel)).Count : 0;
        return FlowView.Of(latest).Summary with { MovedConsumers = moved };
    }

    private async Task PutInForce(Access access, FlowVersion latest, string? note, DateTimeOffset at, CancellationToken cancel)
    {
        // Before the new one, for the index on one published version is not deferred.
        await context.Flows(access.CentreId, latest.DefinitionId).Where(flow => flow.IsPublished && flow.Version != latest.Version)
            .ExecuteUpdateAsync(flow => flow.SetProperty(row => row.IsPublished, false).SetProperty(row => row.Revision, row => row.Revision + 1), cancel);
        latest.IsPublished = true;
        latest.PublishedAt ??= at;
        latest.PublishedBy ??= access.UserName;
        latest.Note = string.IsNullOrWhiteSpace(note) ? latest.Note : note.Trim();
        latest.Revision++;
    }
}
