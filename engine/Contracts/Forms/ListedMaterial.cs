using System.Text.Json;
using System.Text.Json.Nodes;

namespace ApprovalEngine.Contracts.Forms;

/// <summary>A material of an item's list, as far as rules ask for it.</summary>
/// <param name="Code">Its code in the item.</param>
/// <param name="IsRequired">Whether an application must bring it.</param>
/// <param name="IsMinor">Whether it may be promised for later (容缺受理); a main one may not.</param>
/// <param name="When">When it is asked for; null for always.</param>
public sealed record ListedMaterial(string Code, bool IsRequired, bool IsMinor, FieldCondition? When)
{
    /// <summary>The list of an item.</summary>
    /// <param name="materials">The materials as the catalogue holds them; what has no list holds none.</param>
    public static IReadOnlyList<ListedMaterial> ListOf(JsonElement materials) => materials.ValueKind == JsonValueKind.Array
        ? [.. materials.EnumerateArray().Select(one => new ListedMaterial(
            FormJson.Text(one, "code") ?? "", FormJson.Get(one, "required") is { ValueKind: JsonValueKind.True }, FormJson.Text(one, "kind") == "Minor", FieldCondition.Of(one)))]
        : [];

    /// <summary>Whether an application must bring it, as its form is filled in.</summary>
    public bool IsRequiredOf(IReadOnlyList<FormField> fields, JsonObject form) => IsRequired && FormRule.IsNeeded(When, fields, form);
}
