using System.Text.Json;
using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Definitions;

/// <summary>Reads members of a document that has been checked already: another kind than expected counts as absent.</summary>
internal static class JsonMembers
{
    public static string? Text(this JsonObject json, string name) =>
        json.TryGetPropertyValue(name, out var node) && node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    public static bool Flag(this JsonObject json, string name) =>
        json.TryGetPropertyValue(name, out var node) && node?.GetValueKind() == JsonValueKind.True;

    public static IEnumerable<JsonObject> Objects(this JsonObject json, string name) =>
        json[name] is JsonArray items ? items.OfType<JsonObject>() : [];

    public static IEnumerable<string> Texts(this JsonObject json, string name) =>
        json[name] is JsonArray items ? items.Where(item => item?.GetValueKind() == JsonValueKind.String).Select(item => item!.GetValue<string>()) : [];

    /// <summary>Path of a member, also of one that is not there.</summary>
    public static string PathOf(this JsonObject json, string name) => $"{json.GetPath()}.{name}";
}
