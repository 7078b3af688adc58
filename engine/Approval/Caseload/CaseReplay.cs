using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Caseload;

/// <summary>Leads one recorded case through its flow at its own instants: officials and order as recorded.</summary>
internal sealed class CaseReplay(CaseSession session, LoggedCase logged, CaseloadMapping mapping)
{
    private const string StepsLeftOpen = "Closed in the log while steps were open.";

    private readonly List<Deviation> deviations = [];

    private CompiledFlow Flow => session.World.Flow;

    private FlowState State => session.Case.State;

    /// <summary>Replays the whole case.</summary>
    public IReadOnlyList<Deviation> Run()
    {
        session.Act(logged.ReceivedAt, Actors.Import, new Stimulus.Start(), new StepNote("CaseReceived") { Details = new() { ["externalNo"] = logged.Number } });
        Accept();
        for (var i = 0; i < logged.Events.Length; i++)
        {
            if (logged.Events[i] is var happened && logged.ClosedAt is { } end && happened.At > end && session.Case.IsOpen)
            {
                Close(end);
            }

            Replay(happened, i);
        }

        if (logged.ClosedAt is { } closedAt && session.Case.IsOpen)
        {
            Close(closedAt);
        }

        return deviations;
    }

    /// <summary>The recorded cases were accepted as they came in.</summary>
    private void Accept()
    {
        if (State.Tasks.FirstOrDefault(task => task.Kind == TaskKind.Acceptance) is { } task)
        {
            session.Act(logged.ReceivedAt, Actors.Import, new Stimulus.CompleteTask(task.Id, "Accepted"), new StepNote("TaskCompleted") { TaskNo = task.Id, Outcome = "Accepted" });
        }
    }

    private void Replay(LoggedEvent happened, int index)
    {
        if (happened.At < logged.ReceivedAt)
        {
            Deviate(DeviationKind.BeforeReceipt, happened);
        }

        var actor = happened.Official is { } official ? $"log/{official}" : Actors.Import;
        var steps = StepTitles.Find(Flow, happened.Activity).ToHashSet();
        if (!session.Case.IsOpen)
        {
            Note(happened, actor, logged.ClosedAt is null || happened.At <= logged.ClosedAt ? DeviationKind.FlowEndedItself : DeviationKind.AfterClosing);
        }
        else if (State.Tasks.FirstOrDefault(task => steps.Contains(task.ActivityId)) is { } task)
        {
            var outcome = Outcome(task, index);
            session.Act(happened.At, actor, new Stimulus.CompleteTask(task.Id, outcome), new StepNote("TaskCompleted") { TaskNo = task.Id, Outcome = outcome });
        }
        else
        {
            Note(happened, actor, steps.Count == 0 ? DeviationKind.UnknownActivity : DeviationKind.StepNotOpen);
        }
    }

    /// <summary>
    /// The log does not say what was answered: it is the outcome whose next step comes soonest in the case's further events; where none
    /// does, the usual one, which stands first.
    /// </summary>
    private string Outcome(OpenTask task, int index)
    {
        if (task.Outcomes.Length == 1)
        {
            return task.Outcomes[0];
        }

        return task.Outcomes.MinBy(outcome => Distance(Opened(task, outcome), index + 1))!;
    }

    private HashSet<string> Opened(OpenTask task, string outcome)
    {
        var before = State.Tasks.Where(other => other.Id != task.Id).Select(other => other.ActivityId).ToHashSet();
        var trial = Interpreter.Advance(Flow, State, new Stimulus.CompleteTask(task.Id, outcome), CaseContext.For(session.Case, session.World, session.Case.UpdatedAt, Actors.Import, null));
        return [.. trial.State.Tasks.Select(other => other.ActivityId).Where(id => !before.Contains(id))];
    }

    private int Distance(HashSet<string> opened, int from)
    {
        for (var i = from; i < logged.Events.Length; i++)
        {
            if (StepTitles.Find(Flow, logged.Events[i].Activity).Any(opened.Contains))
            {
                return i;
            }
        }

        return int.MaxValue;
    }

    /// <summary>The end date is the closing: it answers the closing step where that is what remains, else the case ends where it stands.</summary>
    private void Close(DateTimeOffset closedAt)
    {
        if (closedAt < logged.ReceivedAt)
        {
            Deviate(DeviationKind.ClosedBeforeReceipt, null);
        }

        var closing = mapping.Closing is { } title ? StepTitles.Find(Flow, title).ToHashSet() : [];
        if (State.Tasks is [var task] && closing.Contains(task.ActivityId))
        {
            session.Act(closedAt, Actors.Import, new Stimulus.CompleteTask(task.Id, task.Outcomes[0]), new StepNote("TaskCompleted") { TaskNo = task.Id, Outcome = task.Outcomes[0] });
            return;
        }

        Deviate(DeviationKind.ClosedWithOpenSteps, null);
        session.Act(closedAt, Actors.Import, new Stimulus.EndCase(Decision.Terminated, StepsLeftOpen), new StepNote("CaseEnded") { Outcome = nameof(Decision.Terminated), Opinion = StepsLeftOpen });
    }

    private void Note(LoggedEvent happened, string actor, DeviationKind kind)
    {
        Deviate(kind, happened);
        session.Record(happened.At, actor, new StepNote("EventRecorded") { Details = new JsonObject { ["activity"] = happened.Activity, ["deviation"] = kind.ToString() } });
        session.Changes.Notes.Add(new CaseNote(session.Case.UpdatedAt, actor, kind == DeviationKind.AfterClosing ? NoteKind.AfterClosing : NoteKind.Journal, happened.Activity));
    }

    private void Deviate(DeviationKind kind, LoggedEvent? happened) =>
        deviations.Add(new Deviation(logged.Number, kind, happened?.Line ?? logged.Line, happened?.Activity));
}
