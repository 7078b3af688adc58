using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Approval;

/// <summary>Moments of limits that an activity of a case waits for.</summary>
internal static class StepLimits
{
    private const int LongestDays = 10_000;

    /// <summary>The first instant that is late: an act at the due moment itself is still in time (domain.md, "Working days").</summary>
    public static DateTimeOffset JustAfter(DateTimeOffset dueAt) => dueAt.AddMicroseconds(1);

    /// <summary>A limit in working days among an activity's inputs; null when it is absent.</summary>
    /// <exception cref="ActivityFaultException">It is negative, or beyond any limit that a law gives.</exception>
    public static int? Days(this Run run, Frame frame, string name) => run.Number(frame, name) switch
    {
        null => null,
        >= 0 and <= LongestDays and var days => days,
        var days => throw new ActivityFaultException(FaultKind.Input, $"{name} of {frame.Node.Id} is {days}: a limit has 0 to {LongestDays} working days."),
    };

    /// <summary>When a step limit passes; null while the promised clock stands still or a calendar year is missing.</summary>
    public static DateTimeOffset? DueAt(Run run, DateTimeOffset openedAt, int days) =>
        Deadlines.Read(StepClock.Of(openedAt, days, run.Clock.Case), run.Context.Calendar, openedAt).DueAt;

    /// <summary>When so many working days from an instant are over, whatever the clocks of the case do.</summary>
    public static DateTimeOffset? EndOf(Run run, DateTimeOffset since, int days) =>
        Deadlines.Read(new Clock(since, Limit.Days(days), 0, []), run.Context.Calendar, since).DueAt;

    /// <summary>Keeps an instant in a frame.</summary>
    public static void SetInstant(this Frame frame, string name, DateTimeOffset at) => frame.Set(name, at.UtcTicks);

    /// <summary>An instant kept in a frame.</summary>
    public static DateTimeOffset Instant(this Frame frame, string name) => new(frame.Get<long>(name), TimeSpan.Zero);
}
