using System.Runtime.CompilerServices;
using System.Text.Json;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Tasks;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Layout;

namespace ApprovalEngine.Approval.Definitions;

/// <summary>Draws flows, each once.</summary>
internal static class FlowDrawing
{
    /// <summary>What people care for; forks, joins, clocks and notices lead through.</summary>
    private static readonly Dictionary<string, string> Shown = new()
    {
        ["Approval.AcceptApplication"] = "Acceptance",
        ["Approval.ReviewTask"] = "Review",
        ["Approval.Countersign"] = "Countersign",
        ["Approval.Correction"] = "Correction",
        ["Approval.SpecialProcedure"] = "SpecialProcedure",
        ["Approval.IssueDocument"] = "Document",
        ["Approval.ExchangeData"] = "Exchange",
        ["Approval.CloseCase"] = "Close",
    };

    /// <summary>Ports that fire beside the flow lead to reminders only.</summary>
    private static readonly string[] Beside = ["DueSoon", "Overdue"];

    private static readonly ConditionalWeakTable<CompiledFlow, FlowPicture> Known = [];

    /// <summary>The steps that matter to people and the ways between them, through all that does not.</summary>
    public static FlowPicture Of(CompiledFlow flow) => Known.GetValue(flow, Draw);

    private static FlowPicture Draw(CompiledFlow flow)
    {
        var nodes = flow.Activities.Values.Where(node => Shown.ContainsKey(node.Type)).OrderBy(node => node.Index).ToList();
        var links = nodes.SelectMany(node => Ways(flow, node)).ToList();
        var placed = LayeredLayout.Place([.. nodes.Select(node => node.Id)], [.. links.Select(link => (link.From, link.To))]);
        var titles = nodes.ToDictionary(node => node.Id, node => new StepRef(node.Id, JsonSerializer.Deserialize<LocalText>(ActivityTitles.Of(flow, node.Id), JsonText.Options)!));
        var kinds = nodes.ToDictionary(node => node.Id, node => Shown[node.Type]);
        return new(
            [.. placed.Ranks.SelectMany((row, rank) => row.Select((id, i) => new PictureNode(titles[id], kinds[id], rank, i - ((row.Count - 1) / 2.0))))],
            [.. links.Select(link => link with { IsBack = placed.Back.Contains((link.From, link.To)) })]);
    }

    /// <summary>From a step to the next ones that are shown, through what is not.</summary>
    private static IEnumerable<PictureLink> Ways(CompiledFlow flow, ActivityNode source) =>
        from link in Outgoing(source)
        where !Beside.Contains(link.Port)
        from to in Reached(link.Target, [])
        group to by (to.Id, link.Port) into one
        select new PictureLink(source.Id, one.Key.Id, one.Key.Port, ActivityTitles.Outcome(flow, source.Id, one.Key.Port), IsBack: false);

    private static IEnumerable<ActivityNode> Reached(ActivityNode node, HashSet<ActivityNode> passed) =>
        Shown.ContainsKey(node.Type) ? [node]
        : passed.Add(node) ? Outgoing(node).Where(link => !Beside.Contains(link.Port)).SelectMany(link => Reached(link.Target, passed))
        : [];

    private static IEnumerable<ConnectionNode> Outgoing(ActivityNode node) => node.Parent?.Connections.Where(link => link.Source == node) ?? [];
}
