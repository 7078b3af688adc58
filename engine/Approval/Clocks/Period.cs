using ApprovalEngine.Approval.Errors;

namespace ApprovalEngine.Approval.Clocks;

/// <summary>Which periods of local dates can be asked for.</summary>
internal static class Period
{
    private const int FirstYear = 1990;
    private const int LastYear = 2200;

    /// <summary>Refuses a period that has no day or lies where no calendar reaches.</summary>
    /// <param name="from">First local date; null where it has no beginning.</param>
    /// <param name="to">Last local date, inclusive; null where it has no end.</param>
    /// <exception cref="RuleBrokenException">It does; the field at fault is the last date.</exception>
    public static void Require(DateOnly? from, DateOnly? to)
    {
        if (to < from || from is { Year: < FirstYear or > LastYear } || to is { Year: < FirstYear or > LastYear })
        {
            throw new RuleBrokenException("PeriodInvalid", $"The period {from:yyyy-MM-dd} to {to:yyyy-MM-dd} is empty or outside {FirstYear} to {LastYear}.", "to");
        }
    }
}
