using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Approval;

/// <summary>
/// The acceptance check: told at once or within five working days what is missing; if not told, the application counts as accepted
/// from the day it was received (Licensing Law 32). When corrected material arrives, the days begin anew. What was accepted stays so: when the
/// case comes back here it can be sent on or corrected, and ends by a decision like any other; else a late one could leave the figures.
/// </summary>
internal sealed class AcceptApplication : TaskExecutor
{
    private const int AnswerWithinDays = 5;
    private const string Since = "since";
    private const string Days = "days";

    private static readonly string[] Answers = ["Accepted", "NotAccepted", "CorrectionNeeded"];
    private static readonly string[] AnswersOnceAccepted = ["Accepted", "CorrectionNeeded"];

    public override string Type => "Approval.AcceptApplication";

    public override void Execute(Run run, Frame frame)
    {
        var isFirst = !run.Tasks.Doers.ContainsKey(frame.Node.Id);
        frame.SetInstant(Since, isFirst && run.Context.Case is { } facts ? facts.ReceivedAt : run.Context.Now);
        frame.Set(Days, run.Days(frame, "answerWithinDays") ?? AnswerWithinDays);
        Open(run, frame, TaskKind.Acceptance, TaskOffers.Of(run, frame, "WindowClerk"), run.Clock.Case is null ? Answers : AnswersOnceAccepted);
    }

    public override IEnumerable<FlowTimer> Timers(Run run, Frame frame) =>
        run.Clock.Case is null && StepLimits.EndOf(run, frame.Instant(Since), frame.Get<int>(Days)) is { } end
            ? [.. base.Timers(run, frame), Runtime.Timers.Of(frame, TimerKind.AcceptanceBySilence, StepLimits.JustAfter(end), "silence")]
            : base.Timers(run, frame);

    public override void OnTimer(Run run, Frame frame, FlowTimer timer)
    {
        if (timer.Kind == TimerKind.AcceptanceBySilence)
        {
            Accept(run, frame.Instant(Since), bySilence: true);
            run.Complete(frame, "Accepted");
        }
        else
        {
            base.OnTimer(run, frame, timer);
        }
    }

    public override void OnTaskAnswered(Run run, Frame frame, OpenTask task, Stimulus.CompleteTask answer)
    {
        TakeData(run, frame, answer);
        switch (answer.Outcome)
        {
            case "Accepted":
                Accept(run, run.Context.Now, bySilence: false);
                break;
            case "NotAccepted" when run.Clock.Case is not null:
                throw new ActRefusedException("AlreadyAccepted", "An application that was accepted ends by a decision.", task.ActivityId);
            case "NotAccepted":
                run.Effects.Add(new Effect.CaseNotAccepted());
                break;
        }

        run.Complete(frame, answer.Outcome);
    }

    /// <summary>Starts the clocks once; a second acceptance, after a return, changes nothing of them.</summary>
    private static void Accept(Run run, DateTimeOffset acceptedAt, bool bySilence)
    {
        if (run.Clock.Case is null && run.Context.Case is { } facts)
        {
            run.Clock.Start(acceptedAt, facts.LegalLimit, facts.PromisedLimit);
            run.Effects.Add(new Effect.CaseAccepted(acceptedAt, bySilence));
        }
    }
}
