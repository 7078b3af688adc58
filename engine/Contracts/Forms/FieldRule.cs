using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApprovalEngine.Contracts.Identifiers;

namespace ApprovalEngine.Contracts.Forms;

/// <summary>What a field takes: asked while it is typed, and again before a case is taken in.</summary>
public static class FieldRule
{
    private static readonly FieldFault Missing = new("Missing", "must be filled in");
    private static readonly FieldFault WrongKind = new("Kind", "has a value of another kind");

    /// <summary>What is wrong with a text; null when nothing is.</summary>
    /// <param name="field">The field.</param>
    /// <param name="text">As typed.</param>
    /// <param name="today">The centre's local date.</param>
    public static FieldFault? FaultIn(FormField field, string text, DateOnly today) => text.Trim().Length == 0
        ? field.IsRequired ? Missing : null
        : field.MaxLength is { } longest && text.Length > longest ? new("Long", $"has more than {longest} characters", longest) : InText(field, text.Trim(), today);

    /// <summary>What is wrong with a value by itself; null when nothing is. What stands in the entries of a group is not looked at here.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">As it stands in the form.</param>
    /// <param name="today">The centre's local date.</param>
    public static FieldFault? FaultIn(FormField field, JsonNode? value, DateOnly today) => field.Type switch
    {
        // A box that is not ticked is an answer too.
        "Boolean" => value is null || value.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? null : WrongKind,
        "Group" => InList(field, value, one => one is JsonObject, (int)(field.Min ?? 1), field.Max),
        FormField.Attachment => InList(field, value, IsFileName, (int)(field.Min ?? 1), field.Max),
        "Units" => InList(field, value, one => one is JsonValue, 1, null),
        _ => value is null or JsonValue ? FaultIn(field, value?.ToString() ?? "", today) : WrongKind,
    };

    /// <summary>What is wrong with a number that has a check character, and where; null when nothing is, where none stands, and for other types.</summary>
    /// <param name="type">The field's type.</param>
    /// <param name="text">As typed.</param>
    /// <param name="today">The centre's local date.</param>
    public static IdentifierFault? NumberFaultIn(string type, string text, DateOnly today) => IdentifierText.Normalise(text) is not { Length: > 0 } number ? null : type switch
    {
        "ResidentId" => ResidentIdRule.FaultIn(number, today),
        "CreditCode" => CreditCodeRule.FaultIn(number),
        _ => null,
    };

    /// <summary>The value that a text stands for; null for none.</summary>
    public static JsonNode? Read(FormField field, string text) => text.Trim() is not { Length: > 0 } clean ? null : field.Type switch
    {
        "Integer" or "Money" when Number(clean) is { } number => JsonValue.Create(number),
        "ResidentId" or "CreditCode" => IdentifierText.Normalise(clean),
        _ => clean,
    };

    private static bool IsFileName(JsonNode? entry) =>
        entry?.GetValueKind() == JsonValueKind.String && entry.ToString() is var name && name.Trim().Length > 0 && name.Length <= 255 && !DirectionMarks.AreIn(name);

    private static FieldFault? InText(FormField field, string text, DateOnly today) => field.Type switch
    {
        "Integer" or "Money" => InNumber(field, text),
        "ResidentId" or "CreditCode" => Of(NumberFaultIn(field.Type, text, today)),
        "Email" => text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < text.Length - 1 ? null : new("Email", "is not an e-mail address"),
        "Phone" => IdentifierText.Normalise(text).Count(char.IsAsciiDigit) is >= 5 and <= 20 ? null : new("Phone", "is not a telephone number"),
        "Date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : new("Date", "is not a date such as 2026-03-02"),
        "Text" or "LongText" when DirectionMarks.AreIn(text) => new("Direction", "holds invisible characters that turn the direction of writing"),
        "Choice" => field.Options.Any(option => option.Value == text) ? null : new("Choice", "is none of the choices"),
        _ => null,
    };

    private static FieldFault? InNumber(FormField field, string text) => Number(text) switch
    {
        null => new("Number", "is not a number"),
        { } number when field.Type == "Integer" && decimal.Truncate(number) != number => new("Whole", "must be a whole number"),
        { } number when LeastOf(field) is { } least && number < least => new("Min", $"must be at least {least}", least),
        { } number when field.Max is { } most && number > most => new("Max", $"must be at most {most}", most),
        _ => null,
    };

    /// <summary>A price is never below nothing, unless the field says so.</summary>
    private static decimal? LeastOf(FormField field) => field.Min ?? (field.Type == "Money" ? 0 : null);

    private static FieldFault? InList(FormField field, JsonNode? value, Func<JsonNode?, bool> isEntry, int fewest, decimal? most) => value switch
    {
        null or JsonArray { Count: 0 } => field.IsRequired ? Missing : null,
        JsonArray list when !list.All(isEntry) => WrongKind,
        JsonArray list when list.Count < fewest => new("Few", $"needs at least {fewest} entries", fewest),
        JsonArray list when most is { } room && list.Count > room => new("Many", $"has room for {room} entries", room),
        JsonArray => null,
        _ => WrongKind,
    };

    private static FieldFault? Of(IdentifierFault? fault) => fault is null ? null : new(fault.Code, $"is not right: {fault.Message}", (fault.At ?? 0) + 1);

    private static decimal? Number(string text) =>
        decimal.TryParse(IdentifierText.Normalise(text), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
