using System.Globalization;

namespace ApprovalEngine.Host.Pages.Public;

/// <summary>Dates in words, as one says them.</summary>
internal static class Dates
{
    /// <summary>12 March 2026, 2026年3月12日.</summary>
    public static string Say(DateOnly? date) =>
        date is not { } on ? ""
        : CultureInfo.CurrentUICulture.Name.StartsWith("zh", StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"{on.Year}年{on.Month}月{on.Day}日")
            : on.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
