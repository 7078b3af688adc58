using System.Text.Json;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Contracts.Forms;

namespace ApprovalEngine.Approval.Public;

/// <summary>Reads the parts of an item that a guide shows, in the shapes of workflows/catalogue.json; what is not there, or is of another shape, is left out.</summary>
internal static class GuideJson
{
    public static IReadOnlyList<GuideMaterial> Materials(ItemText item) => Items(item.Materials, material => Text(material, "name") is { } name
        ? new GuideMaterial(
            name, Get(material, "required") is { ValueKind: JsonValueKind.True }, Word(material, "kind") == "Minor", Number(material, "copies") is { } copies and >= 1 and <= int.MaxValue ? (int)copies : 1,
            FieldCondition.Of(material) is { } when ? Said(when, FormJson.Fields(item.Form)) : null)
        : null);

    /// <summary>What a material is called; its code where it is on the list or in the form no more.</summary>
    public static LocalText NameOfMaterial(ItemContent content, string code) =>
        FormPaper.NameOf(content.Fields, code) ?? NameOnList(content.Materials, code);

    private static LocalText NameOnList(JsonElement materials, string code) =>
        Items(materials, material => Word(material, "code") == code ? Text(material, "name") : null) is [var name, ..] ? name : LocalText.Same(code);

    public static IReadOnlyList<LocalText> Basis(ItemText item) => Items(item.Basis, law => Text(law, "title") is { } title
        ? Text(law, "article") is { } article ? new LocalText($"《{title.ZhHans}》{article.ZhHans}", $"《{title.ZhHant}》{article.ZhHant}", $"{title.En}, {article.En}") : title
        : null);

    public static IReadOnlyList<LocalText> Conditions(ItemText item) => Items(item.Conditions, condition => Text(condition, "text") ?? Text(condition, "name") ?? Local(condition));

    public static LocalText? Text(JsonElement? whole, string member) => Get(whole, member) is { } part ? Local(part) : null;

    public static string? Word(JsonElement? whole, string member) => Get(whole, member) is { ValueKind: JsonValueKind.String } word ? word.GetString() : null;

    public static decimal? Number(JsonElement? whole, string member) => Get(whole, member) is { ValueKind: JsonValueKind.Number } number && number.TryGetDecimal(out var value) ? value : null;

    public static bool IsTrue(JsonElement? whole, string member) => Get(whole, member) is { ValueKind: JsonValueKind.True };

    /// <summary>A condition in the words of the form: the box that is ticked, or the choices.</summary>
    private static LocalText? Said(FieldCondition when, IReadOnlyList<FormField> fields)
    {
        if (fields.FirstOrDefault(field => field.Code == when.Field) is not { Label: var label } field)
        {
            return null;
        }

        if (field.Type == "Boolean")
        {
            return when.In.Contains("true") ? label : new($"{label.ZhHans}：否", $"{label.ZhHant}：否", $"{label.En}: no");
        }

        var choices = field.Options.Where(option => when.In.Contains(option.Value)).Select(option => option.Label).ToList();
        return new(
            $"{label.ZhHans}：{string.Join('、', choices.Select(choice => choice.ZhHans))}", $"{label.ZhHant}：{string.Join('、', choices.Select(choice => choice.ZhHant))}",
            $"{label.En}: {string.Join(", ", choices.Select(choice => choice.En))}");
    }

    private static JsonElement? Get(JsonElement? whole, string member) =>
        whole is { ValueKind: JsonValueKind.Object } there && there.TryGetProperty(member, out var part) ? part : null;

    private static LocalText? Local(JsonElement text) =>
        Word(text, "zh-Hans") is not null ? text.Deserialize<LocalText>(JsonText.Options) : text.ValueKind == JsonValueKind.String ? LocalText.Same(text.GetString()!) : null;

    private static IReadOnlyList<T> Items<T>(JsonElement? list, Func<JsonElement, T?> read)
        where T : class => list is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray().Select(read).OfType<T>()] : [];
}
