using System.Globalization;
using System.Text.RegularExpressions;

namespace ApprovalEngine.Host.Commands.Clocks;

/// <summary>Instants as people type them: ISO 8601; without an offset in the centre's zone.</summary>
internal static partial class InstantText
{
    /// <summary>Reads an instant.</summary>
    /// <exception cref="BadInputException">It is none; the message names the option.</exception>
    public static DateTimeOffset Read(string text, string option, TimeZoneInfo zone)
    {
        if (HasOffset().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant))
        {
            return instant.ToUniversalTime();
        }

        if (Shape().IsMatch(text) && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            try
            {
                return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
            }
            catch (ArgumentOutOfRangeException)
            {
                throw new BadInputException($"{option}: '{text}' lies before the first or after the last instant that there is.");
            }
        }

        throw new BadInputException($"{option}: '{text}' is not an instant such as 2026-02-11T10:00 or 2026-02-11T10:00:00+08:00.");
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$")]
    private static partial Regex HasOffset();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?)?$")]
    private static partial Regex Shape();
}
