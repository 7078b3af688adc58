using System.Globalization;

namespace ApprovalEngine.Host.Commands;

/// <summary>Local dates of the centre as people type them.</summary>
internal static class DateText
{
    /// <summary>Reads a date.</summary>
    /// <exception cref="BadInputException">It is none; the message names the option.</exception>
    public static DateOnly Read(string text, string option) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new BadInputException($"{option}: '{text}' is not a date such as 2026-03-01.");

    /// <summary>Reads a month, as its first day.</summary>
    /// <exception cref="BadInputException">It is none; the message names the option.</exception>
    public static DateOnly ReadMonth(string text, string option) =>
        DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new BadInputException($"{option}: '{text}' is not a month such as 2026-03.");
}
