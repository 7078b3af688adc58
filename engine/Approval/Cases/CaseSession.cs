using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Supervision;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Migration;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Cases;

/// <summary>
/// A case under way in memory: acts move it on, each with what fell due before it, and everything that is to be written is collected.
/// Nothing is written here; <see cref="CaseWriter"/> writes a whole session in one transaction.
/// </summary>
public sealed class CaseSession
{
    /// <summary>More due timers than this within one catch-up mean a flow that never comes to rest.</summary>
    private const int MostDueAtOnce = 10_000;

    private CaseWorld world;
    private DateTimeOffset? nextAlertAt;
    private bool isSwept;

    internal CaseSession(CaseWorld world, CaseRecord row)
    {
        this.world = world;
        nextAlertAt = row.NextAlertAt;
        Origin = row;
        Case = row;
    }

    /// <summary>The case as it stands after the acts so far.</summary>
    public CaseRecord Case { get; private set; }

    /// <summary>What the steps know of the centre.</summary>
    public CaseWorld World => world;

    /// <summary>History is replayed: messages to people are kept in the trail but not sent again.</summary>
    public bool IsReplay { get; init; }

    internal CaseRecord Origin { get; }

    /// <summary>What is stored of it beside its row, as it was before the acts in memory.</summary>
    internal StoredCase Stored { get; init; } = StoredCase.None;

    /// <summary>The version that the case left in this session; null for most.</summary>
    internal CompiledFlow? LeftFlow { get; private set; }

    internal CaseChanges Changes { get; } = new();

    /// <summary>What a calendar published since has moved; null when the case was reckoned with it before.</summary>
    internal CalendarMove? CalendarMove { get; private set; }

    internal bool IsChanged => Changes.Trail.Count > 0;

    /// <summary>Whether there is anything to write at all.</summary>
    internal bool HasRows => IsChanged || Changes.More.Count > 0;

    /// <summary>
    /// Brings about what fell due up to an act, in the order of the due moments. What happens when a limit passes is due one microsecond
    /// after its last moment, so an act at the due moment itself is still in time.
    /// </summary>
    /// <param name="at">Instant (UTC) of the act, or of the sweep.</param>
    /// <param name="isSweep">A sweep looks at the alert watch anew even where nothing moved.</param>
    public void CatchUp(DateTimeOffset at, bool isSweep = false)
    {
        isSwept |= isSweep;
        Reckon(at);
        for (var fired = 0; Case.State.NextTimer(at) is { } timer; fired++)
        {
            if (fired == MostDueAtOnce)
            {
                throw new InvalidOperationException($"Case {Case.CaseNo} fires timer after timer without coming to rest; the last was {timer.Key}.");
            }

            RaiseAlerts(timer.DueAt, at);
            Fire(timer);
        }

        RaiseAlerts(at, at);
    }

    /// <summary>Lets an act happen, after what fell due before it.</summary>
    /// <param name="at">Instant (UTC) of the act.</param>
    /// <param name="actor">User name, or <c>system/…</c>.</param>
    /// <param name="stimulus">What the flow is told.</param>
    /// <param name="note">What the trail says beside it.</param>
    /// <exception cref="ActRefusedException">The flow refuses the act; the session must not be written.</exception>
    public Transition Act(DateTimeOffset at, string actor, Stimulus stimulus, StepNote note)
    {
        at = Later(at);
        CatchUp(at);
        return Step(at, actor, stimulus, note);
    }

    /// <summary>Records an act that does not move the flow: a comment, a material supplied.</summary>
    /// <param name="at">Instant (UTC) of the act.</param>
    /// <param name="actor">User name, or <c>system/…</c>.</param>
    /// <param name="note">What the trail says.</param>
    public void Record(DateTimeOffset at, string actor, StepNote note)
    {
        at = Later(at);
        CatchUp(at);
        Append(at, actor, note.Act, StepPayload.Write(note, null));
    }

    /// <summary>Lets the case go on in another version of its flow.</summary>
    /// <param name="at">Instant (UTC).</param>
    /// <param name="actor">Who moves it.</param>
    /// <param name="plan">Which activity becomes which.</param>
    /// <param name="version">The version that is entered.</param>
    /// <param name="note">What the trail says: enough to replay it.</param>
    /// <exception cref="ActRefusedException">This case cannot be moved; the session must not be written.</exception>
    internal Transition Migrate(DateTimeOffset at, string actor, MigrationPlan plan, int version, StepNote note)
    {
        at = Later(at);
        CatchUp(at);
        LeftFlow = world.Flow;
        world = world with { Flow = plan.To };
        Case = Case with { DefinitionVersion = version };
        return Step(at, actor, new Stimulus.Migrate(plan), note);
    }

    /// <summary>Raises a card for what no clock shows; like every alert it stands in the trail, and the case knows it.</summary>
    /// <param name="at">Instant (UTC).</param>
    /// <param name="actor">Who saw it.</param>
    /// <param name="reason">What was irregular.</param>
    internal RaisedAlert RaiseByHand(DateTimeOffset at, string actor, string reason)
    {
        at = Later(at);
        CatchUp(at);
        at = Later(at);
        var alert = RaisedAlert.ByHand(RaisedAlert.KeyByHand(Case.Version + 1), reason, actor, at, Case.State, world.UnitCode(Case.UnitId), world.UnitCode(Case.WindowId));
        Keep(alert, at, at, actor);
        return alert;
    }

    /// <summary>Sets when the alert watch must look again, once nothing more is done in this session.</summary>
    internal void Settle()
    {
        if (isSwept || Changes.Alerts.Count > 0 || !ReferenceEquals(Case.State, Origin.State))
        {
            Case = Case with { NextAlertAt = NextAlert() };
        }
    }

    /// <summary>
    /// A calendar was published since the case was last reckoned: its moments are those of the new one before anything else happens. What
    /// stands right leaves no row in the trail; what was done stays done.
    /// </summary>
    private void Reckon(DateTimeOffset at)
    {
        if (Origin.Version == 0 || !Case.IsOpen || Case.CalendarVersion >= world.Calendar.Version)
        {
            return;
        }

        at = Later(at);
        var before = Case;
        CalendarMove = CalendarMove.Of(before, world, world.FormerCalendar, at);
        Case = Case with { CalendarVersion = world.Calendar.Version };
        if (!CalendarMove.IsEmpty)
        {
            Step(at, Actors.Calendar, new Stimulus.Recalculate(), new StepNote("CalendarChanged") { Details = CalendarMove.Details(world.Calendar.Version, before.DueAt) });
        }
    }

    private Transition Step(DateTimeOffset at, string actor, Stimulus stimulus, StepNote note)
    {
        var before = Case;
        var transition = Interpreter.Advance(world.Flow, before.State, stimulus, CaseContext.For(before, world, at, actor, note.OnBehalfOf));
        if (transition.Matched == 0)
        {
            return transition;
        }

        Case = CaseColumns.Derive(before with { State = transition.State }, transition.Effects, world.Calendar, at);
        EffectRows.Collect(this, before, transition.Effects, at, actor, note);
        Append(at, actor, note.Act, StepPayload.Write(note, transition.Effects));
        nextAlertAt = DateTimeOffset.MinValue;
        return transition;
    }

    private void Fire(FlowTimer timer)
    {
        var note = new StepNote("TimerFired") { Details = new() { ["timer"] = timer.Key, ["kind"] = timer.Kind.ToString() } };
        // A silence accepts from the day of receipt: what was due by then is dealt with now, after what has happened since.
        if (Step(Later(timer.DueAt), Actors.Timer, new Stimulus.TimerDue(timer.Key), note).Matched == 0)
        {
            throw new InvalidOperationException($"Timer {timer.Key} of case {Case.CaseNo} was due at {timer.DueAt:O} but did not fire.");
        }
    }

    private void RaiseAlerts(DateTimeOffset until, DateTimeOffset now)
    {
        if (nextAlertAt is null || nextAlertAt > until)
        {
            return;
        }

        foreach (var planned in Planned().TakeWhile(alert => alert.RaiseAt <= until).ToList())
        {
            Raise(planned, now);
        }

        nextAlertAt = NextAlert();
    }

    /// <summary>An alert has a row in the trail like every change: the row guards it, so that alert and closing agree whichever is first.</summary>
    private void Raise(PlannedAlert planned, DateTimeOffset now)
    {
        var window = world.UnitCode(Case.WindowId);
        Keep(RaisedAlert.From(planned, Case.State, world.Calendar, world.Levels, world.UnitCode(Case.UnitId), window), Later(planned.RaiseAt), now, Actors.Supervision);
    }

    private void Keep(RaisedAlert alert, DateTimeOffset at, DateTimeOffset now, string actor)
    {
        Changes.Alerts.Add(new AlertRaised(alert, now));
        Case = Case with { RaisedAlerts = Case.RaisedAlerts.Add(alert.Key) };
        var note = new StepNote("AlertRaised") { TaskNo = alert.TaskNo, Details = new() { ["alert"] = alert.Key, ["person"] = alert.Person, ["unit"] = alert.Unit } };
        Append(at, actor, note.Act, StepPayload.Write(note, null));
    }

    private DateTimeOffset? NextAlert() => Planned().Select(alert => (DateTimeOffset?)alert.RaiseAt).FirstOrDefault();

    private IEnumerable<PlannedAlert> Planned() => AlertPlan.For(Case.State, world.Calendar, world.Levels).Where(alert => !Case.RaisedAlerts.Contains(alert.Key));

    private void Append(DateTimeOffset at, string actor, string act, string payload)
    {
        var row = AuditChain.Append(Case.CentreId, Case.CaseId, Case.Version + 1, at, actor, act, payload, Case.HeadHash);
        Changes.Trail.Add(row);
        Case = Case with { Version = row.Seq, HeadHash = row.Hash, UpdatedAt = row.At };
    }

    /// <summary>Clocks of two hosts differ a little: a case's trail never runs backwards.</summary>
    private DateTimeOffset Later(DateTimeOffset at) => at > Case.UpdatedAt ? AuditChain.Instant(at) : Case.UpdatedAt;
}
