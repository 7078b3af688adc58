using ApprovalEngine.Contracts.Statistics;

namespace ApprovalEngine.AdminUi.Supervision;

/// <summary>
/// The figures of a period, and of the one before where they are compared, with the question they answer: while the next answer is
/// awaited the page's address asks another one already.
/// </summary>
/// <param name="Question">The question.</param>
/// <param name="By">By which dimension.</param>
/// <param name="Now">Its answer.</param>
/// <param name="Before">That of the period before; null where they are not compared.</param>
public sealed record FigureReport(FigureQuestion Question, string By, StatisticsAnswer Now, StatisticsAnswer? Before)
{
    /// <summary>What stands beside a group of this period in the one before; a month has another name there.</summary>
    public StatisticsGroup? Of(string key) => (By == FigureQuestion.Month ? Question.MonthBefore(key) : key) is { } then ? Before?.Groups.FirstOrDefault(one => one.Key == then) : null;
}
