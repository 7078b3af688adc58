using System.Text.Json;
using ApprovalEngine.AdminUi.Shell;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Catalogue;

namespace ApprovalEngine.AdminUi.Cases;

/// <summary>A field of an item's form (workflows/catalogue.json).</summary>
/// <param name="Code">Its key in the form.</param>
/// <param name="Type">Text, LongText, Integer, Money, Date, Boolean, Choice, Unit, Units, Phone, Email, ResidentId, CreditCode or Group.</param>
/// <param name="Label">What it is called.</param>
/// <param name="IsRequired">It must be filled in.</param>
/// <param name="MaxLength">Longest text.</param>
/// <param name="Min">Smallest number, or fewest entries of a group.</param>
/// <param name="Max">Largest number, or most entries.</param>
/// <param name="UnitKind">Kind of unit that is asked for.</param>
/// <param name="Options">What can be chosen.</param>
/// <param name="Fields">Fields of a group.</param>
public sealed record FormField(
    string Code, string Type, string Label, bool IsRequired, int? MaxLength, decimal? Min, decimal? Max, string? UnitKind, IReadOnlyList<FormOption> Options, IReadOnlyList<FormField> Fields);

/// <summary>Something that can be chosen.</summary>
public sealed record FormOption(string Value, string Label);

/// <summary>A material of an item.</summary>
/// <param name="Code">Its key.</param>
/// <param name="Name">What it is called.</param>
/// <param name="IsRequired">It must be handed in.</param>
/// <param name="IsMinor">It may be promised (容缺).</param>
/// <param name="Copies">How many.</param>
public sealed record ItemMaterial(string Code, string Name, bool IsRequired, bool IsMinor, int Copies);

/// <summary>Reads the parts of an item that are JSON, in the person's language.</summary>
public static class ItemParts
{
    /// <summary>The fields of the form.</summary>
    public static IReadOnlyList<FormField> Fields(this ItemText item) => item.Form is { ValueKind: JsonValueKind.Object } form ? Fields(form) : [];

    /// <summary>The materials.</summary>
    public static IReadOnlyList<ItemMaterial> MaterialList(this ItemText item) => item.Materials is { ValueKind: JsonValueKind.Array } list
        ? [.. list.EnumerateArray().Select(one => new ItemMaterial(
            Text(one, "code") ?? "", Words(one, "name"), Flag(one, "required"), Text(one, "kind") == "Minor", (int?)Number(one, "copies") ?? 1))]
        : [];

    private static IReadOnlyList<FormField> Fields(JsonElement owner) => owner.TryGetProperty("fields", out var fields) && fields.ValueKind == JsonValueKind.Array
        ? [.. fields.EnumerateArray().Select(one => new FormField(
            Text(one, "code") ?? "", Text(one, "type") ?? "Text", Words(one, "label"), Flag(one, "required"), (int?)Number(one, "maxLength"), Number(one, "min"), Number(one, "max"),
            Text(one, "unitKind"), Options(one), Fields(one)))]
        : [];

    private static IReadOnlyList<FormOption> Options(JsonElement field) => field.TryGetProperty("options", out var options) && options.ValueKind == JsonValueKind.Array
        ? [.. options.EnumerateArray().Select(one => new FormOption(Text(one, "value") ?? "", Words(one, "label")))]
        : [];

    private static string Words(JsonElement owner, string name) => owner.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.Object
        ? Session.Say(new LocalText(Text(text, "zh-Hans") ?? "", Text(text, "zh-Hant") ?? "", Text(text, "en") ?? ""))
        : Text(owner, name) ?? "";

    private static string? Text(JsonElement owner, string name) => owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool Flag(JsonElement owner, string name) => owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static decimal? Number(JsonElement owner, string name) => owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;
}
