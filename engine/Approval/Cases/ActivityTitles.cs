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
        outcome is not null && flow.Activities.TryGetValue(activityId, out var node) ? Outcome(node.Json, outcome) : null;

    /// <summary>The same of an activity that need not be compiled.</summary>
    public static LocalText? Outcome(JsonObject activity, string outcome) => (Texts(activity)?["outcomes"] as JsonObject)?[outcome] is JsonObject given ? Given(given, outcome) : null;

    /// <summary>What an activity is called: its title, what the designer shows, its name, its id.</summary>
    public static LocalText Of(JsonObject activity, string id)
    {
        var plain = Word((activity["metadata"] as JsonObject)?["displayText"]) ?? Word(activity["name"]) ?? id;
        return Texts(activity)?["title"] is JsonObject given ? Given(given, plain) : LocalText.Same(plain);
    }

    private static Dictionary<string, string> All(CompiledFlow flow) => flow.Activities.Values.ToDictionary(node => node.Id, node => Text(Of(node.Json, node.Id)));

    private static JsonObject? Texts(JsonObject activity) => (activity["customProperties"] as JsonObject)?["approvalTexts"] as JsonObject;

    /// <summary>What an author wrote, language by language; where nothing is written, the other Chinese or the plain word.</summary>
    private static LocalText Given(JsonObject texts, string plain) =>
        new(Word(texts["zh-Hans"]) ?? plain, Word(texts["zh-Hant"]) ?? Word(texts["zh-Hans"]) ?? plain, Word(texts["en"]) ?? plain);

    private static string? Word(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static string Same(string text) => Text(LocalText.Same(text));

    private static string Text(LocalText text) => JsonSerializer.Serialize(text, JsonText.Options);
}
