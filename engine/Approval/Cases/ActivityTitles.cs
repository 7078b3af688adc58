using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Approval.Cases;

/// <summary>What people read instead of an activity's id: its title in three languages, as JSON; made once a flow.</summary>
internal static class ActivityTitles
{
    private static readonly ConditionalWeakTable<CompiledFlow, Dictionary<string, string>> Known = [];

    public static string Of(CompiledFlow flow, string activityId) =>
        Known.GetValue(flow, All).TryGetValue(activityId, out var title) ? title : Same(activityId);

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
