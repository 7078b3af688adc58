namespace ApprovalEngine.Contracts.Statistics;

/// <summary>The figures of some cases in a period (contracts.md, <c>stats --json</c>).</summary>
public record FigureSet
{
    /// <summary>Accepted in the period.</summary>
    public long Accepted { get; init; }

    /// <summary>Closed in the period.</summary>
    public long Closed { get; init; }

    /// <summary>Of these on or before their due moment.</summary>
    public long OnTime { get; init; }

    /// <summary>Of these after it.</summary>
    public long Overdue { get; init; }

    /// <summary>Accepted and not closed at the end of the period.</summary>
    public long Open { get; init; }

    /// <summary>Of these past their due moment at the end of the period, or now where that is still to come.</summary>
    public long OpenOverdue { get; init; }

    /// <summary>Instant cases accepted in the period.</summary>
    public long InstantAccepted { get; init; }

    /// <summary>Of these closed with no day used, whenever they were closed.</summary>
    public long InstantClosedSameDay { get; init; }

    /// <summary>Closed in the period after an extension; counted beside.</summary>
    public long Extended { get; init; }

    /// <summary>The rates.</summary>
    public required FigureRates Rates { get; init; }

    /// <summary>The early figures of the cases whose limit is a calendar instant, where the period has such cases beside others; else null.</summary>
    public EarlyRates? CalendarRates { get; init; }
}
