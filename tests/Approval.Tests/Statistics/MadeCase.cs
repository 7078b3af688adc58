namespace Approval.Tests.Statistics;

/// <summary>A case as the figures see it, written down by hand or at random.</summary>
public sealed record MadeCase
{
    public int Item { get; init; } = 1;

    public int Unit { get; init; } = 1;

    public int? Window { get; init; }

    public short Channel { get; init; }

    /// <summary>Who held a task of it: numbers of people of the caseload's centre, each holding in another way.</summary>
    public IReadOnlyList<int> People { get; init; } = [];

    public bool IsInstant { get; init; }

    public bool IsCalendar { get; init; }

    public required DateOnly AcceptedOn { get; init; }

    public DateOnly? ClosedOn { get; init; }

    /// <summary>Working days, or seconds for a calendar limit.</summary>
    public long Limit { get; init; }

    public long Used { get; init; }

    public bool IsExtended { get; init; }

    /// <summary>Local date of the due moment; null while stopped.</summary>
    public DateOnly? DueOn { get; init; }

    public bool IsOnTime => DueAt is not { } due || ClosedAt <= due;

    public Guid Id { get; } = Guid.CreateVersion7();

    public DateTimeOffset AcceptedAt => At(AcceptedOn, 10);

    public DateTimeOffset? ClosedAt => ClosedOn is { } on ? At(on, 11) : null;

    public DateTimeOffset? DueAt => DueOn is { } on ? At(on, 17) : null;

    /// <summary>An hour at the centre (UTC+8).</summary>
    public static DateTimeOffset At(DateOnly on, int hour) => new DateTimeOffset(on.ToDateTime(new TimeOnly(hour, 0)), TimeSpan.FromHours(8)).ToUniversalTime();
}
