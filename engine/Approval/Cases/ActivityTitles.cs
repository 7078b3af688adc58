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
            ? JsonSerializer.Deserialize<LocalText>(Text((string?)given["zh-Hans"] ?? outcome, (string?)given["zh-Hant"] ?? (string?)given["zh-Hans"] ?? outcome, (string?)given["en"] ?? outcome), JsonText.Options)
            : null;

    private static Dictionary<string, string> All(CompiledFlow flow) => flow.Activities.Values.ToDictionary(node => node.Id, Title);

    private static string Title(ActivityNode node)
    {
        var given = node.CustomProperty("approvalTexts")?["title"] as JsonObject;
        var plain = (string?)node.Json["metadata"]?["displayText"] ?? node.Name ?? node.Id;
        return given is null
            ? Same(plain)
            : Text((string?)given["zh-Hans"] ?? plain, (string?)given["zh-Hant"] ?? (string?)given["zh-Hans"] ?? plain, (string?)given["en"] ?? plain);
    }

    private static string Same(string text) => Text(text, text, text);

    private static string Text(string hans, string hant, string english) =>
        new JsonObject { ["zh-Hans"] = hans, ["zh-Hant"] = hant, ["en"] = english }.ToJsonString(StepPayload.Json);
}
