using ApprovalEngine.Contracts.Statistics;

namespace ApprovalEngine.Approval.Statistics;

/// <summary>Puts the figures of some tallies together.</summary>
internal static class FigureSets
{
    private const decimal MicrosecondsASecond = 1_000_000;

    /// <summary>Fills the shared part of an answer or a group.</summary>
    /// <param name="set">What else it says: a period, a key.</param>
    /// <param name="tallies">Its cases.</param>
    public static T With<T>(T set, IReadOnlyCollection<Tally> tallies)
        where T : FigureSet => set with
        {
            Accepted = Figures.Accepted.Count(tallies),
            Closed = Figures.Closed.Count(tallies),
            OnTime = Figures.OnTimeCount.Count(tallies),
            Overdue = Figures.Overdue.Count(tallies),
            Open = Figures.Open.Count(tallies),
            OpenOverdue = Figures.OpenOverdue.Count(tallies),
            InstantAccepted = Figures.InstantAccepted.Count(tallies),
            InstantClosedSameDay = Figures.InstantClosedSameDay.Count(tallies),
            Extended = Figures.Extended.Count(tallies),
            Rates = Rates(tallies),
            CalendarRates = CalendarBeside(tallies),
        };

    /// <summary>One figure of some cases.</summary>
    /// <param name="figure">Which.</param>
    /// <param name="tallies">Its cases.</param>
    public static FigureValue ValueOf(Figure figure, IReadOnlyCollection<Tally> tallies)
    {
        if (figure.Denominator is null)
        {
            return new(figure.Count(tallies), null, IsCalendar: false);
        }

        var isCalendar = figure.IsEarlyFigure && HasOnlyCalendar(tallies);
        return new(null, figure.IsEarlyFigure ? EarlyRate(figure, tallies, isCalendar) : figure.RateOf(tallies), isCalendar);
    }

    /// <summary>Rates over no case at all.</summary>
    public static FigureRates None { get; } = Rates([]);

    private static FigureRates Rates(IReadOnlyCollection<Tally> tallies)
    {
        var isCalendar = HasOnlyCalendar(tallies);
        var early = EarlyOf(tallies, isCalendar);
        return new(
            isCalendar ? "calendar" : "workingDays", early.AverageEarly, early.TimeSaved, early.EarlyShare,
            Figures.OnTime.RateOf(tallies), Figures.Instant.RateOf(tallies));
    }

    private static EarlyRates? CalendarBeside(IReadOnlyCollection<Tally> tallies) =>
        !HasOnlyCalendar(tallies) && MeasuredCases(tallies, isCalendar: true) > 0 ? EarlyOf(tallies, isCalendar: true) : null;

    private static bool HasOnlyCalendar(IReadOnlyCollection<Tally> tallies) =>
        MeasuredCases(tallies, isCalendar: false) == 0 && MeasuredCases(tallies, isCalendar: true) > 0;

    private static decimal MeasuredCases(IEnumerable<Tally> tallies, bool isCalendar) =>
        Measures.Measured.Of(tallies.Where(tally => tally.IsCalendar == isCalendar));

    private static EarlyRates EarlyOf(IReadOnlyCollection<Tally> tallies, bool isCalendar) => new(
        EarlyRate(Figures.AverageEarly, tallies, isCalendar), EarlyRate(Figures.TimeSaved, tallies, isCalendar), EarlyRate(Figures.EarlyShare, tallies, isCalendar));

    private static Rate EarlyRate(Figure figure, IReadOnlyCollection<Tally> tallies, bool isCalendar) =>
        figure.RateOf([.. tallies.Where(tally => tally.IsCalendar == isCalendar)], isCalendar && figure == Figures.TimeSaved ? MicrosecondsASecond : 1);
}
