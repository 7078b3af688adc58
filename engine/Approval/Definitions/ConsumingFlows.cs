using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Definitions;
using ApprovalEngine.Workflow.Definitions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Definitions;

/// <summary>
/// The flows that use a definition as an activity and go over to a version of it once that is published (option
/// autoUpdateConsumingWorkflows), as in Elsa: a draft is changed, a published flow is published anew. Each is an act of its own, and the
/// cases that run stay on their version.
/// </summary>
internal sealed class ConsumingFlows(ApprovalDbContext context, IMediator mediator)
{
    /// <summary>Lets them go over.</summary>
    /// <param name="access">Who published.</param>
    /// <param name="used">The version that is published now.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>The names of those that went over.</returns>
    public async Task<IReadOnlyList<string>> Move(Access access, FlowDefinition used, CancellationToken cancel)
    {
        string[] keys = [used.DefinitionId, used.Name, UsedDefinition.TypeOf(used.Name)];
        var candidates = await context.Mentioning(access.CentreId, used.DefinitionId, keys).Where(flow => flow.IsLatest).OrderBy(flow => flow.DefinitionId).ToListAsync(cancel);
        var moved = new List<string>();
        foreach (var row in candidates)
        {
            if (UsedDefinition.Moved(FlowView.Definition(row), used) is { } consumer && await Move(access, row, consumer, used, cancel))
            {
                moved.Add(row.Name);
            }
        }

        return moved;
    }

    private async Task<bool> Move(Access access, FlowVersion row, FlowDefinition consumer, FlowDefinition used, CancellationToken cancel)
    {
        // Publications change rows beside what is tracked.
        context.ChangeTracker.Clear();
        try
        {
            var save = new SaveFlowRequest(consumer.Document, new FlowBase(row.Version, row.Revision), $"{used.Name}: version {used.Version}");
            var saved = (await mediator.Send(new SaveFlow(access, row.DefinitionId, save), cancel)).Summary;
            if (row.IsPublished)
            {
                await mediator.Send(new PublishFlow(access, row.DefinitionId, new PublishFlowRequest(new FlowBase(saved.Version, saved.Revision))), cancel);
            }

            return true;
        }
        catch (ConflictException)
        {
            // Somebody edits the consumer right now; what they save wins, and they are told of the newer version by the designer.
            return false;
        }
        catch (RuleBrokenException)
        {
            // It does not fit the new version: the changed flow waits as a draft, the published one stays.
            return true;
        }
    }
}
