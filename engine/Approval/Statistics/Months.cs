using ApprovalEngine.Approval.Errors;

namespace ApprovalEngine.Approval.Statistics;

/// <summary>The months of a period: the dimension that is no column of a fact.</summary>
internal static class Months
{
    /// <summary>As <c>--by</c> names it.</summary>
    public const string Name = "month";

    /// <summary>The months of a period that is not too long.</summary>
    /// <exception cref="RuleBrokenException">It has more than so many.</exception>
    public static Month[] AtMost(int most, DateOnly from, DateOnly to)
    {
        Month[] months = [.. Of(from, to).Take(most + 1)];
        return months.Length <= most ? months : throw new RuleBrokenException("PivotTooWide", $"At most {most} months are set beside each other.", "to");
    }

    /// <summary>Each month with its days within the period.</summary>
    public static IEnumerable<Month> Of(DateOnly from, DateOnly to)
    {
        for (var first = new DateOnly(from.Year, from.Month, 1); first <= to; first = first.AddMonths(1))
        {
            var last = first.AddMonths(1).AddDays(-1);
            yield return new($"{first:yyyy-MM}", first < from ? from : first, last > to ? to : last);
        }
    }
}

/// <summary>A month's days within a period.</summary>
/// <param name="Key">yyyy-MM.</param>
/// <param name="First">First local date.</param>
/// <param name="Last">Last one, inclusive.</param>
internal sealed record Month(string Key, DateOnly First, DateOnly Last);
