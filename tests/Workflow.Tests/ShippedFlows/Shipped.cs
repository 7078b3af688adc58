using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Linting;

namespace ApprovalEngine.Workflow.Tests.ShippedFlows;

/// <summary>The flows and the catalogue that the product ships.</summary>
internal static class Shipped
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Data", "workflows");

    private static readonly Dictionary<string, JsonNode> Items = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "catalogue.json")))!["items"]!.AsArray()
        .ToDictionary(item => (string)item!["definitionId"]!, item => item!);

    /// <summary>Ids of the ten flows.</summary>
    public static IEnumerable<string> Ids { get; } = [.. Directory.EnumerateFiles(Path.Combine(Folder, "flows"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static string Text(string id) => File.ReadAllText(Path.Combine(Folder, "flows", id + ".json"));

    public static FlowDefinition Definition(string id) => FlowDefinition.Parse(Text(id));

    public static JsonNode Item(string id) => Items[id];

    public static (int Legal, int Promised) Limits(string id) => ((int)Item(id)["limits"]!["legalDays"]!, (int)Item(id)["limits"]!["promisedDays"]!);

    /// <summary>What the linter is told when the flow is published for its item.</summary>
    public static LintContext Context(string id) => new() { IsBound = true, Limits = new ItemLimits(Limits(id).Legal, Limits(id).Promised) };
}
