using System.Collections.Immutable;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime.Flowcharts;

namespace ApprovalEngine.Workflow.Linting;

/// <summary>A flow as the rules look at it.</summary>
internal sealed class LintFlow
{
    private readonly HashSet<ActivityNode> reachable = [];

    public LintFlow(FlowDefinition definition, LintContext context)
    {
        Definition = definition;
        Context = context;
        Cycle = DefinitionCycle.Of(definition, context.Others);
        var compiler = new FlowCompiler(null, Cycle is null ? context.Others : null);
        Root = compiler.Build(definition);
        Duplicates = [.. compiler.Duplicates];
        ById = compiler.Activities;
        All = [.. Root.Tree];
        MarkReachable(Root);
    }

    public FlowDefinition Definition { get; }

    public LintContext Context { get; }

    /// <summary>It comes back to itself over definitions that it uses, so that these cannot be looked into; null where it does not.</summary>
    public DefinitionCycle? Cycle { get; }

    public ActivityNode Root { get; }

    /// <summary>Activities whose id stood before.</summary>
    public ImmutableArray<ActivityNode> Duplicates { get; }

    public IReadOnlyDictionary<string, ActivityNode> ById { get; }

    /// <summary>Every activity in document order.</summary>
    public ImmutableArray<ActivityNode> All { get; }

    /// <summary>Every activity that can be reached, in document order.</summary>
    public IEnumerable<ActivityNode> Reachable => All.Where(IsReachable);

    /// <summary>The flowcharts that can be reached.</summary>
    public IEnumerable<ActivityNode> Flowcharts => Reachable.Where(node => node.Type == ActivityTypes.Flowchart);

    /// <summary>Whether it serves an item: it is said to, or it accepts, clocks or closes cases, which has no meaning elsewhere.</summary>
    public bool IsBound =>
        Context.IsBound || Context.Limits is not null || Definition.CustomProperties.Text("approvalItem") is not null
        || All.Any(node => node.Type is "Approval.AcceptApplication" or "Approval.PromiseClock" or "Approval.CloseCase");

    public bool IsReachable(ActivityNode node) => reachable.Contains(node);

    /// <summary>Place of a finding in the document; what concerns the whole flow comes first.</summary>
    public int PositionOf(string? activityId) => activityId is not null && ById.TryGetValue(activityId, out var node) ? node.Index : -1;

    /// <summary>What loses, doubles or hangs work is an error in the flow of an item, unless an administrator has taken it upon himself by name.</summary>
    public Finding AsHazard(Finding finding) =>
        IsBound && !Context.Overridden.Contains(finding.Code) ? finding with { Severity = FindingSeverity.Error, IsHazard = true } : finding;

    public static Finding Error(string code, ActivityNode? node, params object?[] values) =>
        new(FindingSeverity.Error, code, node?.Id, FindingTexts.Of(code).With(values));

    public static Finding Warning(string code, ActivityNode? node, params object?[] values) =>
        new(FindingSeverity.Warning, code, node?.Id, FindingTexts.Of(code).With(values));

    private void MarkReachable(ActivityNode node)
    {
        reachable.Add(node);
        foreach (var child in node.Type == ActivityTypes.Flowchart ? ReachedIn(node) : node.Children.Values.SelectMany(children => children))
        {
            MarkReachable(child);
        }
    }

    // A flowchart may begin at its start or at an activity that triggers it.
    private static IEnumerable<ActivityNode> ReachedIn(ActivityNode flowchart)
    {
        var layout = FlowchartGraph.Of(flowchart).Layout;
        var reached = FlowchartGraph.Of(flowchart).Reached;
        foreach (var trigger in layout.Activities.Where(activity => activity.CanStart))
        {
            var start = layout.Of(trigger);
            reached = reached.With(start);
            reached.AddAll(Reach.From(start, layout.Size, layout.Outbound));
        }

        return layout.Activities.IsEmpty ? [] : reached.Members().Select(position => layout.Activities[position]);
    }
}
