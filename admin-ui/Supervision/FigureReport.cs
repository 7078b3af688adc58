using ApprovalEngine.Contracts.Statistics;

namespace ApprovalEngine.AdminUi.Supervision;

/// <summary>
/// The figures of a period, and of an earlier one where they are compared, with the question they answer: while the next answer is
/// awaited the page's address asks another one already.
/// </summary>
/// <param name="Question">The question.</param>
/// <param name="By">By which dimension.</param>
/// <param name="Now">Its answer.</param>
/// <param name="Comparison">With which earlier period it is compared; null for none.</param>
/// <param name="Before">That period's answer; null likewise.</param>
public sealed record FigureReport(FigureQuestion Question, string By, StatisticsAnswer Now, Comparison? Comparison = null, StatisticsAnswer? Before = null)
{
    private static readonly Rate Nothing = Rate.Of(0, 0);

    /// <summary>What stands in the earlier period beside a group of this one: nothing but zeros where it had no case, null where periods are not compared or a month has no place in that one.</summary>
    public FigureSet? Of(string key) => Before is not null && Comparison is { } with && Question.Days.EarlierKey(with, By, key) is { } then
        ? Before.Groups.FirstOrDefault(one => one.Key == then) ?? new FigureSet { Rates = new(Now.Rates.LimitKind, Nothing, Nothing, Nothing, Nothing, Nothing) }
        : null;
}
