namespace ApprovalEngine.Workflow.Calendars;

/// <summary>A clock's ledger breaks a rule.</summary>
/// <param name="code">SuspensionBeforeAcceptance, SuspensionAfterDue, SuspensionEmpty or CalendarYearMissing.</param>
/// <param name="message">A sentence.</param>
/// <param name="year">The missing year, for CalendarYearMissing.</param>
public sealed class ClockException(string code, string message, int? year = null) : Exception(message)
{
    /// <summary>Code of arithmetic that needs a year without a calendar.</summary>
    public const string CalendarYearMissing = "CalendarYearMissing";

    /// <summary>Stable name of the rule.</summary>
    public string Code { get; } = code;

    /// <summary>The missing year.</summary>
    public int? Year { get; } = year;
}
