namespace ApprovalEngine.Workflow.Calendars;

/// <summary>One local day of a clock and why it counts or not.</summary>
/// <param name="Date">Local date of the centre.</param>
/// <param name="Kind">Why.</param>
/// <param name="Number">Running number of a counted day; null where it does not count.</param>
/// <param name="Name">Name of the holiday or shifted day, when it has one.</param>
public sealed record ClockDay(DateOnly Date, ClockDayKind Kind, int? Number, string? Name)
{
    /// <summary>Whether it uses up a day of the limit.</summary>
    public bool Counts => Kind is ClockDayKind.Counted or ClockDayKind.CountedShifted;
}

/// <summary>Why a day counts or not.</summary>
public enum ClockDayKind
{
    /// <summary>Day 0: the day of acceptance is not counted.</summary>
    Acceptance,

    /// <summary>A working day that counts.</summary>
    Counted,

    /// <summary>A shifted weekend (調休上班) that counts.</summary>
    CountedShifted,

    /// <summary>Saturday or Sunday.</summary>
    Weekend,

    /// <summary>A public holiday.</summary>
    Holiday,

    /// <summary>A working day lost to a suspension.</summary>
    Suspended,
}
