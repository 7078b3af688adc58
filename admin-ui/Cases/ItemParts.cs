using System.Globalization;
using System.Text.Json;
using ApprovalEngine.AdminUi.Components;
using ApprovalEngine.AdminUi.Shell;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Contracts.Forms;

namespace ApprovalEngine.AdminUi.Cases;

/// <summary>A material of an item.</summary>
/// <param name="Code">Its key.</param>
/// <param name="Name">What it is called.</param>
/// <param name="IsRequired">It must be handed in.</param>
/// <param name="IsMinor">It may be promised (容缺).</param>
/// <param name="Copies">How many.</param>
/// <param name="When">When it is needed at all; null for always.</param>
public sealed record ItemMaterial(string Code, string Name, bool IsRequired, bool IsMinor, int Copies, FieldCondition? When = null);

/// <summary>Reads the parts of an item that are JSON, in the person's language.</summary>
public static class ItemParts
{
    private static readonly string[] Kinds = ["Person", "Organisation"];

    /// <summary>The fields of the form.</summary>
    public static IReadOnlyList<FormField> Fields(this ItemText item) => FormJson.Fields(item.Form);

    /// <summary>The materials.</summary>
    public static IReadOnlyList<ItemMaterial> MaterialList(this ItemText item) => item.Materials is { ValueKind: JsonValueKind.Array } list
        ? [.. list.EnumerateArray().Select(one => new ItemMaterial(
            Text(one, "code") ?? "", Words(one, "name"), Flag(one, "required"), Text(one, "kind") == "Minor", (int?)Number(one, "copies") ?? 1, FieldCondition.Of(one)))]
        : [];

    /// <summary>Those of the ways in by which it is applied for; all where it names none of them. Versions of before call the mobile client otherwise.</summary>
    /// <param name="item">The item.</param>
    /// <param name="ways">The ways in that there are.</param>
    public static IReadOnlyList<Choice> Channels(this ItemText item, IReadOnlyList<Choice> ways) =>
        Names(item, "channels") is { } names && ways.Where(way => names.Contains(way.Value) || (way.Value == "MobileClient" && names.Contains("Mobile"))).ToList() is { Count: > 0 } named ? named : ways;

    /// <summary>Who may apply: Person, Organisation; both where it names neither.</summary>
    public static IReadOnlyList<string> Applicants(this ItemText item) =>
        Names(item, "applicants") is { } names && Kinds.Where(names.Contains).ToList() is { Count: > 0 } named ? named : Kinds;

    /// <summary>What it costs, with the currency; null where it is free.</summary>
    public static string? Price(this ItemText item) => item.Fee is { ValueKind: JsonValueKind.Object } fee && Flag(fee, "charged") && Number(fee, "amount") is { } amount
        ? string.Create(CultureInfo.InvariantCulture, $"{amount:0.##} {Text(fee, "currency")}").TrimEnd()
        : null;

    /// <summary>What a paper is called; its code where the item's list has no such paper, or the item is not known yet.</summary>
    public static string PaperName(this ItemView? item, string code) =>
        item is not null && FormPaper.NameOf(item.Content.Fields(), code) is { } ofForm ? Session.Say(ofForm) : item?.Content.MaterialList().FirstOrDefault(one => one.Code == code)?.Name ?? code;

    /// <summary>
    /// The papers that are missing or faulty, and that a notice names. One that was recorded before it left the item's list is asked of nobody;
    /// one of the form of which no file has come is missing whatever its name says.
    /// </summary>
    public static IReadOnlyList<SuppliedMaterial> Lacking(this ItemView? item, CaseView view)
    {
        var list = item?.Content.MaterialList();
        return [.. view.Materials
            .Select(one => FormPaper.IsCode(one.Code) && one.State == "Supplied" && view.Attachments.All(file => file.MaterialCode != one.Code) ? one with { State = "Missing" } : one)
            .Where(one => one.State is "Missing" or "Faulty" && (FormPaper.IsCode(one.Code) || list?.Any(listed => listed.Code == one.Code) != false))];
    }

    private static List<string>? Names(ItemText item, string name) => item.Details is { ValueKind: JsonValueKind.Object } details && details.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
        && list.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!).ToList() is { Count: > 0 } names ? names : null;

    private static string Words(JsonElement owner, string name) => owner.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.Object
        ? Session.Say(new LocalText(Text(text, "zh-Hans") ?? "", Text(text, "zh-Hant") ?? "", Text(text, "en") ?? ""))
        : Text(owner, name) ?? "";

    private static string? Text(JsonElement owner, string name) => owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool Flag(JsonElement owner, string name) => owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static decimal? Number(JsonElement owner, string name) => owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;
}
