using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Supervision;
using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Cases;

/// <summary>What another calendar moves of one case. The preview and the recalculation read it from here, so that exactly what was shown moves.</summary>
internal sealed record CalendarMove
{
    /// <summary>The promised due moment (UTC).</summary>
    public required MovedMoment Due { get; init; }

    /// <summary>The legal due moment (UTC).</summary>
    public required MovedMoment LegalDue { get; init; }

    /// <summary>The notice (UTC).</summary>
    public required MovedMoment Notice { get; init; }

    /// <summary>Due moments of steps that move, by task number.</summary>
    public required ImmutableArray<MovedMoment> Steps { get; init; }

    /// <summary>Timers that move, by key.</summary>
    public required ImmutableArray<MovedMoment> Timers { get; init; }

    /// <summary>Alerts to come that move, by key; raised ones never do.</summary>
    public required ImmutableArray<MovedMoment> Alerts { get; init; }

    /// <summary>Whether nothing moves.</summary>
    public bool IsEmpty => !Due.IsMoved && !LegalDue.IsMoved && !Notice.IsMoved && Steps.IsEmpty && Timers.IsEmpty && Alerts.IsEmpty;

    /// <summary>Compares a case with itself reckoned anew with the calendar of the world.</summary>
    /// <param name="before">As it is stored.</param>
    /// <param name="world">The world with the new calendar.</param>
    /// <param name="former">The calendar it was reckoned with; null when that is not known: then nothing is said of alerts.</param>
    /// <param name="at">Instant (UTC) of the reckoning.</param>
    public static CalendarMove Of(CaseRecord before, CaseWorld world, WorkingCalendar? former, DateTimeOffset at)
    {
        var transition = Interpreter.Advance(world.Flow, before.State, new Stimulus.Recalculate(), CaseContext.For(before, world, at, Actors.Calendar, null));
        var after = CaseColumns.Derive(before with { State = transition.State }, transition.Effects, world.Calendar, at);
        return new()
        {
            Due = new("due", before.DueAt, after.DueAt),
            LegalDue = new("legal", before.LegalDueAt, after.LegalDueAt),
            Notice = new("notice", before.NoticeAt, after.NoticeAt),
            Steps = Moved(StepsOf(before), StepsOf(after)),
            Timers = Moved(TimersOf(before), TimersOf(after)),
            Alerts = former is null ? [] : Moved(AlertsOf(before, former, world), AlertsOf(after, world.Calendar, world)),
        };
    }

    /// <summary>What the trail says of it.</summary>
    public JsonObject Details(int calendar, DateTimeOffset? dueBefore)
    {
        var details = new JsonObject { ["calendar"] = calendar, ["dueBefore"] = dueBefore };
        if (!Alerts.IsEmpty)
        {
            details["alerts"] = new JsonArray([.. Alerts.Select(alert => (JsonNode)new JsonArray(alert.Key, alert.Before, alert.After))]);
        }

        return details;
    }

    private static IEnumerable<(string, DateTimeOffset?)> StepsOf(CaseRecord row) =>
        row.State.Tasks.Select(task => (task.Id.ToString(CultureInfo.InvariantCulture), task.StepDueAt));

    private static IEnumerable<(string, DateTimeOffset?)> TimersOf(CaseRecord row) => row.State.Timers.Select(timer => (timer.Key, (DateTimeOffset?)timer.DueAt));

    private static IEnumerable<(string, DateTimeOffset?)> AlertsOf(CaseRecord row, WorkingCalendar calendar, CaseWorld world) =>
        AlertPlan.For(row.State, calendar, world.Levels).Where(alert => !row.RaisedAlerts.Contains(alert.Key)).Select(alert => (alert.Key, (DateTimeOffset?)alert.DueAt));

    private static ImmutableArray<MovedMoment> Moved(IEnumerable<(string Key, DateTimeOffset? At)> before, IEnumerable<(string Key, DateTimeOffset? At)> after)
    {
        var (old, now) = (before.ToDictionary(one => one.Key, one => one.At), after.ToDictionary(one => one.Key, one => one.At));
        return [.. old.Keys.Union(now.Keys).Select(key => new MovedMoment(key, old.GetValueOrDefault(key), now.GetValueOrDefault(key))).Where(one => one.IsMoved)];
    }
}

/// <summary>A moment before and after (UTC); null where there is none, or it is not known.</summary>
internal sealed record MovedMoment(string Key, DateTimeOffset? Before, DateTimeOffset? After)
{
    /// <summary>Whether it moves.</summary>
    public bool IsMoved => Before != After;
}
