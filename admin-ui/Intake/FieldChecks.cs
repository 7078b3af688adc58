using System.Globalization;
using System.Text.Json.Nodes;
using ApprovalEngine.AdminUi.Cases;
using ApprovalEngine.Contracts.Identifiers;

namespace ApprovalEngine.AdminUi.Intake;

/// <summary>Checks of a form while it is typed, and what a typed text is as a value. The server checks again.</summary>
public static class FieldChecks
{
    /// <summary>What is wrong with a text: a key of the words with its arguments; null when nothing is.</summary>
    /// <param name="field">The field.</param>
    /// <param name="text">As typed.</param>
    /// <param name="today">The centre's local date.</param>
    public static (string Key, object[] Arguments)? FaultIn(FormField field, string text, DateOnly today)
    {
        if (text.Trim().Length == 0)
        {
            return field.IsRequired ? ("Fault.Missing", []) : null;
        }

        return field.Type switch
        {
            "Integer" or "Money" => InNumber(field, text),
            "ResidentId" => Words(ResidentIdRule.FaultIn(IdentifierText.Normalise(text), today)),
            "CreditCode" => Words(CreditCodeRule.FaultIn(IdentifierText.Normalise(text))),
            "Email" => text.Trim() is var mail && mail.IndexOf('@') is > 0 and var at && at < mail.Length - 1 ? null : ("Fault.Email", []),
            "Phone" => IdentifierText.Normalise(text).Count(char.IsAsciiDigit) is >= 5 and <= 20 ? null : ("Fault.Phone", []),
            _ => null,
        };
    }

    /// <summary>The words for a fault of a number.</summary>
    public static (string Key, object[] Arguments)? Words(IdentifierFault? fault) => fault is null ? null : ($"Fault.{fault.Code}", [(fault.At ?? 0) + 1]);

    /// <summary>The value that a text stands for; null for none.</summary>
    public static JsonNode? Read(FormField field, string text) => text.Trim() is not { Length: > 0 } clean ? null : field.Type switch
    {
        "Integer" or "Money" when Number(clean) is { } number => JsonValue.Create(number),
        "ResidentId" or "CreditCode" => IdentifierText.Normalise(clean),
        _ => clean,
    };

    private static (string Key, object[] Arguments)? InNumber(FormField field, string text) => Number(text.Trim()) switch
    {
        null => ("Fault.Number", []),
        { } number when field.Type == "Integer" && decimal.Truncate(number) != number => ("Fault.Whole", []),
        { } number when number < field.Min => ("Fault.Min", [field.Min]),
        { } number when number > field.Max => ("Fault.Max", [field.Max]),
        _ => null,
    };

    private static decimal? Number(string text) =>
        decimal.TryParse(IdentifierText.Normalise(text), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
