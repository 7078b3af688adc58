using System.Globalization;
using ApprovalEngine.AdminUi.Resources;
using ApprovalEngine.Contracts.Statistics;

namespace ApprovalEngine.AdminUi.Supervision;

/// <summary>Figures as screens show them: by their code, always with what they are made of.</summary>
public static class Rates
{
    /// <summary>Codes of the rates, as the server names them, in the order of the report.</summary>
    public static IReadOnlyList<string> Codes { get; } = ["onTimeRate", "averageEarly", "timeSaved", "earlyShare", "instant"];

    /// <summary>Codes of the counts.</summary>
    public static IReadOnlyList<string> Counts { get; } = ["accepted", "closed", "onTime", "overdue", "open", "openOverdue", "instantAccepted", "extended"];

    /// <summary>All of them: the columns of the report.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Counts, .. Codes];

    /// <summary>Whether a rate stands over cases of one kind of limit only.</summary>
    public static bool IsEarly(string code) => code is "averageEarly" or "timeSaved" or "earlyShare";

    /// <summary>A rate of a set.</summary>
    public static Rate Of(this FigureSet set, string code) => code switch
    {
        "averageEarly" => set.Rates.AverageEarly,
        "timeSaved" => set.Rates.TimeSaved,
        "earlyShare" => set.Rates.EarlyShare,
        "instant" => set.Rates.Instant,
        _ => set.Rates.OnTime,
    };

    /// <summary>A count of a set.</summary>
    public static long Count(this FigureSet set, string code) => code switch
    {
        "accepted" => set.Accepted,
        "closed" => set.Closed,
        "onTime" => set.OnTime,
        "overdue" => set.Overdue,
        "open" => set.Open,
        "openOverdue" => set.OpenOverdue,
        "instantAccepted" => set.InstantAccepted,
        _ => set.Extended,
    };

    /// <summary>Percent with two decimals; a dash where there is no denominator, never 0 or 100.</summary>
    public static string Say(this Rate rate) => rate.Value is { } value ? value.ToString("0.00", CultureInfo.InvariantCulture) + " %" : "–";

    /// <summary>What it is made of.</summary>
    public static string Of(this Rate rate) => $"{Plain(rate.Numerator)} / {Plain(rate.Denominator)}";

    /// <summary>By how much a number or a rate differs from an earlier one.</summary>
    public static string Change(decimal by) => by.ToString("+0.##;−0.##;±0", CultureInfo.InvariantCulture);

    /// <summary>Whether a rate of a set stands over cases limited by a calendar instant.</summary>
    public static bool IsCalendar(this FigureSet set, string code) => IsEarly(code) && set.Rates.LimitKind == "calendar";

    /// <summary>The early figures by their codes.</summary>
    public static IEnumerable<(string Code, Rate Rate)> Early(EarlyRates rates) => [("averageEarly", rates.AverageEarly), ("timeSaved", rates.TimeSaved), ("earlyShare", rates.EarlyShare)];

    /// <summary>What it is made of, and over which limits it stands: time saved of calendar limits is counted in seconds, and said in hours.</summary>
    public static string Of(Texts texts, string code, Rate rate, bool isCalendar)
    {
        const int secondsAnHour = 3600;
        return !isCalendar ? rate.Of()
            : texts["Report.OfCalendar", code == "timeSaved" ? texts["Report.Hours", new Rate(null, rate.Numerator / secondsAnHour, rate.Denominator / secondsAnHour).Of()] : rate.Of()];
    }

    private static string Plain(decimal number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);
}
