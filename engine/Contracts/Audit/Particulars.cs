using System.Globalization;
using System.Text.Json;

namespace ApprovalEngine.Contracts.Audit;

/// <summary>The particulars of an act as people read them: names and values in words where there are any, else as they were recorded.</summary>
public static class Particulars
{
    /// <summary>Names that have words elsewhere already; the others are found as <c>Particular.NAME</c>.</summary>
    private static readonly Dictionary<string, string> Named = new()
    {
        ["act"] = "Acts.Act",
        ["channel"] = "By.channel",
        ["clock"] = "Column.Clock",
        ["code"] = "Column.Code",
        ["columns"] = "Report.Across",
        ["date"] = "Calendar.Day",
        ["deputy"] = "Absence.Deputy",
        ["displayName"] = "Person.Name",
        ["dueOn"] = "Column.Due",
        ["flow"] = "Item.Flow",
        ["from"] = "Report.From",
        ["fromOn"] = "Report.From",
        ["grants"] = "Roles",
        ["item"] = "Column.Item",
        ["level"] = "Column.Level",
        ["name"] = "Name",
        ["note"] = "Flows.Note",
        ["officeHours"] = "Calendar.Hours",
        ["person"] = "Person",
        ["posts"] = "Posts",
        ["reason"] = "Reason",
        ["receivedFrom"] = "Report.From",
        ["receivedTo"] = "Report.To",
        ["status"] = "Column.Status",
        ["to"] = "Report.To",
        ["toUser"] = "Field.toUser",
        ["unit"] = "Column.Unit",
        ["untilOn"] = "Report.To",
        ["userName"] = "UserName",
        ["version"] = "Flows.Version",
        ["window"] = "By.window",
    };

    /// <summary>Families of words in which a value of this name may have one.</summary>
    private static readonly Dictionary<string, string[]> Families = new()
    {
        ["by"] = ["By"],
        ["channel"] = ["Channel"],
        ["clock"] = ["AlertClock"],
        ["columns"] = ["By"],
        ["kind"] = ["UnitKind", "FaultKind", "LetterKind"],
        ["level"] = ["Level"],
        ["role"] = ["Role"],
        ["rows"] = ["By"],
        ["act"] = ["Event"],
        ["state"] = ["ItemState", "AbsenceState"],
        ["status"] = ["Status", "AlertStatus"],
    };

    /// <summary>Name and value of each particular that says something.</summary>
    /// <param name="told">What was recorded: an object.</param>
    /// <param name="words">The reader's words.</param>
    public static IReadOnlyList<(string Name, string Value)> Read(JsonElement told, IParticularWords words) => told.ValueKind != JsonValueKind.Object
        ? []
        : [.. from one in told.EnumerateObject() let value = Value(one.Name, one.Value, words) where value.Length > 0 select (NameOf(one.Name, words), value)];

    /// <summary>All of them in one text.</summary>
    /// <param name="told">What was recorded: an object.</param>
    /// <param name="words">The reader's words.</param>
    public static string Say(JsonElement told, IParticularWords words) => string.Join(" · ", Read(told, words).Select(one => Pair(one.Name, one.Value, words)));

    private static string Pair(string name, string value, IParticularWords words) =>
        string.Format(CultureInfo.InvariantCulture, words.Find("Particular.Pair") ?? "{0}: {1}", name, value);

    private static string NameOf(string name, IParticularWords words) => words.Find(Named.GetValueOrDefault(name) ?? $"Particular.{name}") ?? name;

    private static string Value(string name, JsonElement told, IParticularWords words) => told.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.String => Text(name, told.GetString()!, words),
        JsonValueKind.True => words.Find("Yes") ?? "true",
        JsonValueKind.False => words.Find("No") ?? "false",
        JsonValueKind.Array => string.Join(words.Find("Comma"), told.EnumerateArray().Select(one => Value(name, one, words)).Where(value => value.Length > 0)),
        JsonValueKind.Object => Translated(told) is { } text ? words.Say(text) : Say(told, words),
        _ => told.GetRawText(),
    };

    private static LocalText? Translated(JsonElement told) =>
        told.TryGetProperty("zh-Hans", out var simplified) && told.TryGetProperty("zh-Hant", out var traditional) && told.TryGetProperty("en", out var english)
            ? new(simplified.ToString(), traditional.ToString(), english.ToString())
            : null;

    private static string Text(string name, string text, IParticularWords words) => name switch
    {
        "userName" or "deputy" or "toUser" or "askedBy" or "person" or "actor" => words.Person(text),
        "unit" or "window" or "parent" => words.Unit(text),
        "item" => words.Item(text),
        "post" => words.Post(text),
        "by" when text.Split(' ') is [var kind, .. var rest] && words.Find($"Sight.{kind}") is { } sight =>
            string.Join(' ', rest.Select(part => words.Find($"Role.{part}") ?? words.Unit(part)).Prepend(sight)),
        _ => words.Find($"Particular.{name}.{text}")
            ?? Families.GetValueOrDefault(name)?.Select(family => words.Find($"{family}.{text}")).FirstOrDefault(word => word is not null)
            ?? (DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? words.At(at) : text),
    };
}
