using System.Globalization;
using ApprovalEngine.Contracts.Statistics;

namespace ApprovalEngine.AdminUi.Supervision;

/// <summary>Figures as screens show them: by their code, always with what they are made of.</summary>
public static class Rates
{
    /// <summary>Codes of the rates, as the server names them, in the order of the report.</summary>
    public static IReadOnlyList<string> Codes { get; } = ["onTimeRate", "averageEarly", "timeSaved", "earlyShare", "instant"];

    /// <summary>Codes of the counts.</summary>
    public static IReadOnlyList<string> Counts { get; } = ["accepted", "closed", "onTime", "overdue", "open", "openOverdue", "instantAccepted", "extended"];

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

    private static string Plain(decimal number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);
}
