namespace ApprovalEngine.Contracts.Cases;

/// <summary>What a clock comes to and why: each local day with its reason.</summary>
public sealed record ClockView
{
    /// <summary>Instant (UTC) at which it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Limit first promised, in working days; null for a calendar limit.</summary>
    public int? LimitDays { get; init; }

    /// <summary>Working days added.</summary>
    public required int ExtensionDays { get; init; }

    /// <summary>Due moment (UTC); null while stopped or not known.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Moment of the notice (UTC).</summary>
    public DateTimeOffset? NoticeAt { get; init; }

    /// <summary>Whether that moment has come, and the clock does not stand still.</summary>
    public bool IsNoticed { get; init; }

    /// <summary>The year whose calendar is missing.</summary>
    public int? MissingYear { get; init; }

    /// <summary>Whether it stands still.</summary>
    public required bool IsStopped { get; init; }

    /// <summary>Working days used.</summary>
    public required int UsedDays { get; init; }

    /// <summary>Working days left; negative once overdue, null for a calendar limit.</summary>
    public int? RemainingDays { get; init; }

    /// <summary>Whether a closing now keeps the limit, or the closing kept it.</summary>
    public required bool IsOnTime { get; init; }

    /// <summary>Version of the calendar set it was read with.</summary>
    public required int CalendarVersion { get; init; }

    /// <summary>Day by day.</summary>
    public required IReadOnlyList<ClockDayView> Days { get; init; }
}

/// <summary>One local day of a clock.</summary>
/// <param name="On">Local date.</param>
/// <param name="Kind">Acceptance, Counted, CountedShifted, Weekend, Holiday or Suspended.</param>
/// <param name="Number">Running number of a counted day.</param>
/// <param name="Name">Name of the holiday or shifted day.</param>
public sealed record ClockDayView(DateOnly On, string Kind, int? Number, string? Name);
