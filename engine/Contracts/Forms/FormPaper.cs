using System.Globalization;
using System.Text.Json.Nodes;

namespace ApprovalEngine.Contracts.Forms;

/// <summary>Files that are handed in at a field of the form: the case has them as a material, so that they are looked at, found faulty and brought anew like any other.</summary>
/// <param name="Code">Code of the material: <c>form.</c> and the field's place, for instance <c>form.owners[0].identity</c>.</param>
/// <param name="Field">The field, of type Attachment.</param>
public sealed record FormPaper(string Code, FormField Field)
{
    /// <summary>How the code of such a material begins; no material of an item's list has one like it.</summary>
    public const string Prefix = "form.";

    /// <summary>Whether a material was handed in with the form.</summary>
    public static bool IsCode(string code) => code.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Code of the material that a place of the form has.</summary>
    /// <param name="place">As in <see cref="FormFault.Place"/>.</param>
    public static string CodeAt(string place) => Prefix + place;

    /// <summary>Those that came with a form, in the order of its fields; what is not asked for has none.</summary>
    /// <param name="fields">The fields of the form.</param>
    /// <param name="values">What was filled in; it holds the names of the files.</param>
    public static IEnumerable<FormPaper> In(IReadOnlyList<FormField> fields, JsonObject values) => In(fields, values, "");

    /// <summary>What such a material is called: by its field, and the entry of the group in which it stands. Null for other materials, and where the form has no such field.</summary>
    /// <param name="fields">The fields of the form.</param>
    /// <param name="code">Code of the material.</param>
    public static LocalText? NameOf(IReadOnlyList<FormField> fields, string code)
    {
        if (!IsCode(code))
        {
            return null;
        }

        var (name, inner) = (LocalText.Same(""), fields);
        foreach (var part in code[Prefix.Length..].Split('.'))
        {
            var entry = part.IndexOf('[', StringComparison.Ordinal);
            if (inner.FirstOrDefault(field => field.Code == (entry < 0 ? part : part[..entry])) is not { } field)
            {
                return null;
            }

            var number = entry < 0 || !int.TryParse(part[(entry + 1)..].TrimEnd(']'), CultureInfo.InvariantCulture, out var at) ? "" : $" {at + 1} · ";
            name = new(name.ZhHans + field.Label.ZhHans + number, name.ZhHant + field.Label.ZhHant + number, name.En + field.Label.En + number);
            inner = field.Fields;
        }

        return name;
    }

    private static IEnumerable<FormPaper> In(IReadOnlyList<FormField> fields, JsonObject values, string within)
    {
        foreach (var field in FormRule.Asked(fields, values))
        {
            if (values[field.Code] is not JsonArray { Count: > 0 } entries)
            {
                continue;
            }

            if (field.Type == FormField.Attachment)
            {
                yield return new(CodeAt(within + field.Code), field);
            }
            else if (field.Type == "Group")
            {
                foreach (var inner in entries.SelectMany((entry, at) => entry is JsonObject one ? In(field.Fields, one, $"{within}{field.Code}[{at}].") : []))
                {
                    yield return inner;
                }
            }
        }
    }
}
