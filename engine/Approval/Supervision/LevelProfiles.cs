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

    /// <summary>All of them.</summary>
    public static IReadOnlyList<LevelProfile> All { get; } = [Ours, Chengdu];

    /// <summary>The profile of a code.</summary>
    /// <exception cref="ArgumentException">There is none of that code.</exception>
    public static LevelProfile Of(string code) =>
        All.FirstOrDefault(profile => profile.Code == code)
        ?? throw new ArgumentException($"No supervision profile has the code '{code}'; known are {string.Join(", ", All.Select(profile => profile.Code))}.", nameof(code));
}
