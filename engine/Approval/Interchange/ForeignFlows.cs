using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Notifications;
using ApprovalEngine.Contracts.Definitions;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Linting;

namespace ApprovalEngine.Approval.Interchange;

/// <summary>What of definitions from elsewhere does not run here, with what the centre knows: its own definitions, and the addresses that may be asked.</summary>
internal sealed class ForeignFlows(FlowStore flows, HttpDestinations destinations)
{
    /// <summary>A list of findings for each definition, in their order. Those of one set count as known to each other.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<FlowFinding>>> Findings(int centreId, IReadOnlyList<FlowDefinition> definitions, CancellationToken cancel)
    {
        var stored = new List<Func<UsedDefinition, FlowDefinition?>>();
        foreach (var definition in definitions)
        {
            stored.Add(await flows.Used(centreId, definition, cancel));
        }

        var context = new LintContext
        {
            MayBeAsked = address => destinations.Find(address) is not null,
            Others = used => definitions.FirstOrDefault(used.Is) ?? stored.Select(find => find(used)).FirstOrDefault(found => found is not null),
        };
        return [.. definitions.Select(definition => (IReadOnlyList<FlowFinding>)[.. InterchangeReport.Of(definition, context).Select(FlowLint.View).Distinct()])];
    }
}
