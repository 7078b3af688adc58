using System.Globalization;
using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Runtime;

namespace Approval.Tests.Supervision;

/// <summary>States of cases as supervision sees them, in the first months of 2026 with the Spring Festival.</summary>
public static class Watched
{
    /// <summary>15 to 23 February off, Saturdays 14 and 28 February on; nothing known of 2027.</summary>
    public static WorkingCalendar Calendar { get; } = new(
        TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), 3,
        [new CalendarYear(2026,
        [
            .. Enumerable.Range(15, 9).Select(day => new SpecialDay(new DateOnly(2026, 2, day), "春节", true)),
            new SpecialDay(new DateOnly(2026, 2, 14), "春节", false),
            new SpecialDay(new DateOnly(2026, 2, 28), "春节", false),
        ])],
        [new OfficeHours(DateOnly.MinValue, new TimeOnly(9, 0), new TimeOnly(17, 30))]);

    /// <summary>An instant by the centre's clock.</summary>
    public static DateTimeOffset At(string local) => new DateTimeOffset(DateTime.Parse(local, CultureInfo.InvariantCulture), TimeSpan.FromHours(8)).ToUniversalTime();

    /// <summary>A case accepted, with its limits in working days.</summary>
    public static FlowState Case(string accepted, int promised = 5, int legal = 20, params ClockEvent[] events) => FlowState.New with
    {
        Clock = new CaseClock(At(accepted), Limit.Days(legal), Limit.Days(promised), [new ClockEvent.Started(At(accepted)), .. events]),
        Tasks = [Task(1, accepted)],
    };

    /// <summary>A task that someone has.</summary>
    public static OpenTask Task(int no, string opened, int? limit = null, string? assignee = "wang") => new()
    {
        Id = no,
        ActivityId = $"step{no}",
        Kind = TaskKind.Review,
        Offer = new TaskOffer("U2"),
        Assignee = assignee,
        Outcomes = ["Done"],
        OpenedAt = At(opened),
        StepLimitDays = limit,
    };

    /// <summary>A stop of the promised clock alone, or of both.</summary>
    public static ClockEvent Stopped(string at, string key = "s", bool legal = false) => new ClockEvent.Stopped(At(at), key, legal, "Correction", null, null, null, null);

    /// <summary>Its end.</summary>
    public static ClockEvent Resumed(string at, string key = "s") => new ClockEvent.Resumed(At(at), key);
}
