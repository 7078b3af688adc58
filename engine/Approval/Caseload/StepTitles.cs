using System.Runtime.CompilerServices;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Approval.Caseload;

/// <summary>Finds a flow's step by what a log calls it: a title in any language, the shown text, the name or the id.</summary>
internal static class StepTitles
{
    private static readonly ConditionalWeakTable<CompiledFlow, ILookup<string, string>> Known = [];

    /// <summary>Ids of the steps so called.</summary>
    public static IEnumerable<string> Find(CompiledFlow flow, string title) => Known.GetValue(flow, Index)[title];

    private static ILookup<string, string> Index(CompiledFlow flow) => flow.Activities.Values
        .SelectMany(node => Titles(node).OfType<string>().Distinct().Select(title => (Title: title, node.Id)))
        .ToLookup(pair => pair.Title, pair => pair.Id, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string?> Titles(ActivityNode node) =>
    [
        node.Id, node.Name, (string?)node.Json["metadata"]?["displayText"],
        .. node.CustomProperty("approvalTexts")?["title"]?.AsObject().Select(text => (string?)text.Value) ?? [],
    ];
}
