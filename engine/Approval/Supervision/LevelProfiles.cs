namespace ApprovalEngine.Approval.Supervision;

/// <summary>The profiles that ship (domain.md, "Supervision levels").</summary>
public static class LevelProfiles
{
    /// <summary>Ours: Notice when 80 % are used, YellowCard when the promise has passed, RedCard when the law's limit has or the promise by more than 5 days; steps one level lower.</summary>
    public static LevelProfile Ours { get; } = new("ours", 1,
    [
        new(AlertClock.Promised, AlertLevel.Notice, AlertClock.Promised, new LevelMoment.ShareUsed(80)),
        new(AlertClock.Promised, AlertLevel.YellowCard, AlertClock.Promised, new LevelMoment.Overdue(0)),
        new(AlertClock.Legal, AlertLevel.RedCard, AlertClock.Promised, new LevelMoment.Overdue(5)),
        new(AlertClock.Legal, AlertLevel.RedCard, AlertClock.Legal, new LevelMoment.Overdue(0)),
        new(AlertClock.Step, AlertLevel.Notice, AlertClock.Step, new LevelMoment.Overdue(0)),
        new(AlertClock.Step, AlertLevel.YellowCard, AlertClock.Step, new LevelMoment.Overdue(5)),
    ]);

    /// <summary>Chengdu's of 2010: yellow is nearly due, red is overdue; a step's overdue one level lower.</summary>
    public static LevelProfile Chengdu { get; } = new("chengdu", 1,
    [
        new(AlertClock.Promised, AlertLevel.YellowCard, AlertClock.Promised, new LevelMoment.ShareUsed(80)),
        new(AlertClock.Promised, AlertLevel.RedCard, AlertClock.Promised, new LevelMoment.Overdue(0)),
        new(AlertClock.Legal, AlertLevel.RedCard, AlertClock.Legal, new LevelMoment.Overdue(0)),
        new(AlertClock.Step, AlertLevel.YellowCard, AlertClock.Step, new LevelMoment.Overdue(0)),
    ]);

    /// <summary>Yulin's: yellow at 90 % of the promise, red when it has passed.</summary>
    public static LevelProfile Yulin { get; } = new("yulin", 1,
    [
        new(AlertClock.Promised, AlertLevel.YellowCard, AlertClock.Promised, new LevelMoment.ShareUsed(90)),
        new(AlertClock.Promised, AlertLevel.RedCard, AlertClock.Promised, new LevelMoment.Overdue(0)),
        new(AlertClock.Legal, AlertLevel.RedCard, AlertClock.Legal, new LevelMoment.Overdue(0)),
        new(AlertClock.Step, AlertLevel.YellowCard, AlertClock.Step, new LevelMoment.Overdue(0)),
    ]);

    /// <summary>All that ship; a centre may set each otherwise, and have others.</summary>
    public static IReadOnlyList<LevelProfile> All { get; } = [Ours, Chengdu, Yulin];
}
