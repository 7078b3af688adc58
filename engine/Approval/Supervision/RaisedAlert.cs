using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Supervision;

/// <summary>An alert as it is written: responsibility frozen from the state at that moment, with the evidence that carries it.</summary>
public sealed record RaisedAlert
{
    /// <summary>Unique within the case.</summary>
    public required string Key { get; init; }

    /// <summary>The clock in whose name it is raised.</summary>
    public required AlertClock Clock { get; init; }

    /// <summary>Its level.</summary>
    public required AlertLevel Level { get; init; }

    /// <summary>When it was due (UTC), whenever a job came round.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>The step's task, else the task that held the case.</summary>
    public int? TaskNo { get; init; }

    /// <summary>User name of who had the task; null when nobody had taken it.</summary>
    public string? Person { get; init; }

    /// <summary>Code of the unit whose task it was, else the handling unit's.</summary>
    public required string Unit { get; init; }

    /// <summary>Code of the window where the case was received.</summary>
    public string? Window { get; init; }

    /// <summary>Profile and version; empty for a card raised by hand, which follows none.</summary>
    public required string Profile { get; init; }

    /// <summary>The day strip and the numbers of the clock at that moment; for a card raised by hand <c>reason</c> and <c>raisedBy</c>.</summary>
    public required JsonObject Evidence { get; init; }

    /// <summary>Freezes a planned alert.</summary>
    /// <param name="planned">The alert that has come.</param>
    /// <param name="state">The state as it stood at that moment, before any later act.</param>
    /// <param name="calendar">The centre's calendar.</param>
    /// <param name="profile">The centre's levels.</param>
    /// <param name="caseUnit">Code of the handling unit.</param>
    /// <param name="caseWindow">Code of the window.</param>
    public static RaisedAlert From(PlannedAlert planned, FlowState state, WorkingCalendar calendar, LevelProfile profile, string caseUnit, string? caseWindow)
    {
        var task = Holder(planned, state);
        return new()
        {
            Key = planned.Key,
            Clock = planned.Clock,
            Level = planned.Level,
            DueAt = planned.DueAt,
            TaskNo = task?.Id,
            Person = task?.Assignee ?? task?.Offer.User,
            Unit = task?.Offer.Unit ?? caseUnit,
            Window = caseWindow,
            Profile = profile.Key,
            Evidence = AlertEvidence.Of(planned, calendar),
        };
    }

    /// <summary>
    /// A yellow card for an irregularity that no clock shows: a refusal without reasons, a fee outside the list, a case not run through the
    /// system (domain.md, "Supervision levels"). Responsible is who holds the case at that moment.
    /// </summary>
    /// <param name="key">Unique within the case.</param>
    /// <param name="reason">What was irregular.</param>
    /// <param name="raisedBy">User name of who saw it.</param>
    /// <param name="at">When (UTC).</param>
    /// <param name="state">The state as it stands.</param>
    /// <param name="caseUnit">Code of the handling unit.</param>
    /// <param name="caseWindow">Code of the window.</param>
    public static RaisedAlert ByHand(string key, string reason, string raisedBy, DateTimeOffset at, FlowState state, string caseUnit, string? caseWindow)
    {
        var task = LongestWaiting(state);
        return new()
        {
            Key = key,
            Clock = AlertClock.Irregularity,
            Level = AlertLevel.YellowCard,
            DueAt = at,
            TaskNo = task?.Id,
            Person = task?.Assignee ?? task?.Offer.User,
            Unit = UnitOf(state) ?? caseUnit,
            Window = caseWindow,
            Profile = "",
            Evidence = new JsonObject { ["reason"] = reason, ["raisedBy"] = raisedBy },
        };
    }

    /// <summary>Code of the unit where a case hangs; null where nothing waits, and it is the case's own.</summary>
    public static string? UnitOf(FlowState state) => LongestWaiting(state)?.Offer.Unit;

    /// <summary>Key of a card raised by hand: the row of the trail that tells of it.</summary>
    public static string KeyByHand(int seq) => FormattableString.Invariant($"{nameof(AlertClock.Irregularity)}:{seq}");

    /// <summary>A step's own task; for the case's clocks the task that has waited longest, since there it hangs.</summary>
    private static OpenTask? Holder(PlannedAlert planned, FlowState state) =>
        planned.TaskNo is { } no
            ? state.Tasks.FirstOrDefault(task => task.Id == no)
            : LongestWaiting(state);

    private static OpenTask? LongestWaiting(FlowState state) => state.Tasks.OrderBy(task => task.OpenedAt).ThenBy(task => task.Id).FirstOrDefault();
}
