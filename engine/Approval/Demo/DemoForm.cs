using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Forms;
using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Approval.Demo;

/// <summary>Fills an item's form plausibly: every required field, most of the others, each by its type and within its bounds.</summary>
internal sealed class DemoForm(CentreDirectory directory, DateOnly today)
{
    private static readonly string[] Notes = ["按规定办理", "首次申请", "材料已核对", "请尽快办理", "续办", "变更登记"];

    /// <summary>The form's JSON by field code.</summary>
    /// <param name="form">The item's form as the catalogue holds it.</param>
    /// <param name="random">The case's own randomness.</param>
    public JsonObject Fill(JsonElement form, Random random) =>
        form.ValueKind == JsonValueKind.Object && form.TryGetProperty("fields", out _) ? Fields(form, random) : [];

    private JsonObject Fields(JsonElement owner, Random random)
    {
        var (filled, fields) = (new JsonObject(), FormJson.Fields(owner));
        foreach (var (field, json) in fields.Zip(owner.GetProperty("fields").EnumerateArray()))
        {
            if (FormRule.Asked(fields, filled).Contains(field) && (field.IsRequired || random.Next(10) < 7) && Value(json, filled, random) is { } value)
            {
                filled[field.Code] = value;
            }
        }

        return filled;
    }

    private JsonNode? Value(JsonElement field, JsonObject filled, Random random) => field.GetProperty("type").GetString() switch
    {
        "Text" or "LongText" => Text(field, random),
        "Integer" => (int)Between(field, random, 1, 20),
        "Number" => Math.Round(Between(field, random, 10, 500), 1),
        "Money" => Math.Round(Between(field, random, 1_000, 5_000_000)),
        "Date" => today.AddDays(-random.Next(400)).ToString("O", CultureInfo.InvariantCulture),
        "Boolean" => random.Next(4) == 0,
        "Choice" => Options(field) is { Count: > 0 } options ? JsonNode.Parse(options[random.Next(options.Count)]) : null,
        "MultiChoice" => new JsonArray([.. Options(field).Where((_, place) => place == 0 || random.Next(3) == 0).Select(option => JsonNode.Parse(option))]),
        "Unit" => Unit(field, filled, random),
        "Units" => new JsonArray([.. Units(field).Where(unit => !IsInDistrict(unit)).OrderBy(_ => random.Next()).Take(1 + random.Next(3)).Select(unit => JsonValue.Create(unit.Code))]),
        "ResidentId" => DemoApplicant.ResidentId(random),
        "CreditCode" => DemoApplicant.CreditCode(random),
        "Phone" => DemoApplicant.Phone(random),
        "Email" => $"user{random.Next(10_000)}@example.com",
        "Group" => new JsonArray([.. Enumerable.Range(0, Math.Max(1, Number(field, "min") is { } least ? (int)least : 1)).Select(_ => Fields(field, random))]),
        _ => null,
    };

    private static string Text(JsonElement field, Random random)
    {
        var code = field.GetProperty("code").GetString()!;
        var text = code.Contains("name", StringComparison.OrdinalIgnoreCase)
            ? code.Contains("company", StringComparison.OrdinalIgnoreCase) || code.Contains("project", StringComparison.OrdinalIgnoreCase) ? DemoApplicant.Company(random) : DemoApplicant.Person(random)
            : code.Contains("address", StringComparison.OrdinalIgnoreCase) ? $"天府大道{random.Next(1, 2_000)}号" : Notes[random.Next(Notes.Length)];
        return Number(field, "maxLength") is { } most && text.Length > most ? text[..(int)most] : text;
    }

    private static double Between(JsonElement field, Random random, double usualLeast, double usualMost)
    {
        var least = Number(field, "min") ?? usualLeast;
        var most = Math.Max(least, Math.Min(Number(field, "max") ?? double.MaxValue, Math.Max(usualMost, least)));
        return least + (random.NextDouble() * (most - least));
    }

    private static double? Number(JsonElement field, string name) =>
        field.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number ? number.GetDouble() : null;

    private static List<string> Options(JsonElement field) =>
        field.TryGetProperty("options", out var options) ? [.. options.EnumerateArray().Select(option => option.GetProperty("value").GetRawText())] : [];

    /// <summary>A unit of the kind asked for; units of one form lie together, as a village in its town and both in their district.</summary>
    private JsonValue? Unit(JsonElement field, JsonObject filled, Random random)
    {
        var chosen = filled.Select(one => one.Value is JsonValue value && value.TryGetValue<string>(out var code) ? directory.FindUnit(code) : null).OfType<UnitEntry>().LastOrDefault();
        var candidates = Units(field).Where(unit => chosen is null ? IsInDistrict(unit) : unit.ParentId == chosen.UnitId).ToList();
        candidates = candidates.Count > 0 ? candidates : [.. Units(field).Where(unit => chosen is null || unit.ParentId == chosen.ParentId)];
        candidates = candidates.Count > 0 ? candidates : Units(field);
        return candidates.Count == 0 ? null : JsonValue.Create(candidates[random.Next(candidates.Count)].Code);
    }

    private bool IsInDistrict(UnitEntry unit) => unit.ParentId is { } parent && directory.Unit(parent).Kind == OrgUnitKind.District;

    private List<UnitEntry> Units(JsonElement field)
    {
        var kind = field.TryGetProperty("unitKind", out var wanted) ? wanted.GetString() : null;
        return [.. directory.Units.Where(unit => unit.IsActive && (kind is null || unit.Kind.ToString() == kind))];
    }
}
