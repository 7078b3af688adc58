using System.Text.Json;
using System.Text.Json.Nodes;

namespace ApprovalEngine.Contracts.Forms;

/// <summary>
/// A field is asked for, or a material needed, only while another field of the same form or group entry has one of some values:
/// <c>"when": { "field": "byAgent", "in": [true] }</c>.
/// </summary>
/// <param name="Field">Code of the other field.</param>
/// <param name="In">The values, as text.</param>
public sealed record FieldCondition(string Field, IReadOnlyList<string> In)
{
    /// <summary>Reads the condition of a field or material; null where it has none. One that says nothing is never met.</summary>
    public static FieldCondition? Of(JsonElement owner) => FormJson.Get(owner, "when") is not { ValueKind: not JsonValueKind.Null } when
        ? null
        : new(FormJson.Text(when, "field") ?? "", [.. FormJson.List(when, "in").Select(value => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText())]);

    /// <summary>Whether the values fulfil it. A box that nobody ticked stands for no.</summary>
    public bool IsMet(JsonObject values) => In.Contains(values[Field]?.ToString() ?? "false");
}
