using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Approval.Cases;

/// <summary>What people read instead of an activity's id: its title in three languages, as JSON; made once a flow.</summary>
internal static class ActivityTitles
{
    private static readonly ConditionalWeakTable<CompiledFlow, Dictionary<string, string>> Known = [];

    public static string Of(CompiledFlow flow, string activityId) =>
        Known.GetValue(flow, All).TryGetValue(activityId, out var title) ? title : Same(activityId);

    /// <summary>What an answer of a step is called by the flow's author; null where they said nothing.</summary>
    public static LocalText? Outcome(CompiledFlow flow, string activityId, string? outcome) =>
        outcome is not null && flow.Activities.GetValueOrDefault(activityId)?.CustomProperty("approvalTexts")?["outcomes"]?[outcome] is JsonObject given
            ? Given(given, outcome)
            : null;

    private static Dictionary<string, string> All(CompiledFlow flow) => flow.Activities.Values.ToDictionary(node => node.Id, Title);

    private static string Title(ActivityNode node)
    {
        var given = node.CustomProperty("approvalTexts")?["title"] as JsonObject;
        var plain = (string?)node.Json["metadata"]?["displayText"] ?? node.Name ?? node.Id;
        return given is null
            ? Same(plain)
            : Text(Given(given, plain));
    }

    /// <summary>What an author wrote, language by language; where nothing is written, the other Chinese or the plain word.</summary>
    private static LocalText Given(JsonObject texts, string plain) =>
        new((string?)texts["zh-Hans"] ?? plain, (string?)texts["zh-Hant"] ?? (string?)texts["zh-Hans"] ?? plain, (string?)texts["en"] ?? plain);

    private static string Same(string text) => Text(LocalText.Same(text));

    private static string Text(LocalText text) => JsonSerializer.Serialize(text, JsonText.Options);
}
