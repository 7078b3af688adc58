namespace ApprovalEngine.AdminUi.Cases;

/// <summary>Hides the middle of numbers that name a person.</summary>
public static class Masking
{
    /// <summary>A resident ID or credit code: the first six and the last four stay.</summary>
    public static string Number(string number) => Middle(number, 6, 4);

    /// <summary>A telephone number: the first three and the last four stay.</summary>
    public static string Phone(string number) => Middle(number, 3, 4);

    private static string Middle(string text, int first, int last) =>
        text.Length > first + last ? string.Concat(text.AsSpan(0, first), new string('*', text.Length - first - last), text.AsSpan(text.Length - last)) : text;
}
