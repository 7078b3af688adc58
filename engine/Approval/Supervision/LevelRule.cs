namespace ApprovalEngine.Approval.Supervision;

/// <summary>One line of a profile: when which level is raised. Two rules of one clock and level come to one alert, at the earlier moment.</summary>
/// <param name="Clock">The clock in whose name the alert is raised.</param>
/// <param name="Level">The level.</param>
/// <param name="Measured">The clock that is measured; differs from <paramref name="Clock"/> for "used more than promised + 5", which is a red card of the case like the legal limit's.</param>
/// <param name="At">The moment on the measured clock.</param>
public sealed record LevelRule(AlertClock Clock, AlertLevel Level, AlertClock Measured, LevelMoment At);
