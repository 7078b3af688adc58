namespace ApprovalEngine.Contracts.Identifiers;

/// <summary>Hides the middle of numbers that name a person.</summary>
public static class Masking
{
    /// <summary>A resident ID: the first six (where it was issued) and the last four stay.</summary>
    public static string ResidentId(string number) => Middle(number, 6, 4);

    /// <summary>A telephone number: the first three and the last four stay.</summary>
    public static string Phone(string number) => Middle(number, 3, 4);

    /// <summary>What is too short for that shows its last character only.</summary>
    private static string Middle(string text, int first, int last) => text.Length > first + last
        ? string.Concat(text.AsSpan(0, first), new string('*', text.Length - first - last), text.AsSpan(text.Length - last))
        : text.Length > 1 ? new string('*', text.Length - 1) + text[^1] : text;
}
