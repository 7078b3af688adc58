using System.Collections.Immutable;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Contracts.Tasks;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>Finds out what an answer would lead to: gives it to the pure core and throws the result away.</summary>
/// <param name="session">The case as it stands.</param>
/// <param name="at">The instant.</param>
/// <param name="holder">User name in whose name it is tried.</param>
internal sealed class OutcomeTrial(CaseSession session, DateTimeOffset at, string holder)
{
    /// <summary>What an answer leads to now, without data of its form.</summary>
    public OutcomeView Of(OpenTask task, string outcome)
    {
        if (task.Kind == TaskKind.Incident)
        {
            return new OutcomeView(outcome, null, [], [], null, null);
        }

        var title = ActivityTitles.Outcome(session.World.Flow, task.ActivityId, outcome);
        try
        {
            var context = CaseContext.For(session.Case, session.World, at, holder, null);
            var transition = Interpreter.Advance(session.World.Flow, session.Case.State, new Stimulus.CompleteTask(task.Id, outcome), context);
            if (RequiredPapers.FaultsOf(session, transition, task.Id) is { Count: > 0 } lacking)
            {
                return new OutcomeView(outcome, title, [], [], null, string.Join(' ', lacking.Select(fault => fault.Message)))
                {
                    RefusedCode = lacking[0].Code,
                    LackingPapers = RequiredPapers.In(lacking),
                    NeedsReason = AnswerNames.IsAgainst(outcome),
                };
            }

            return new OutcomeView(
                outcome,
                title,
                [.. transition.Effects.OfType<Effect.TaskOpened>().GroupBy(effect => effect.Task.ActivityId).Select(step => Listing.Ahead(session, [.. step.Select(effect => effect.Task)]))],
                [.. transition.Effects.OfType<Effect.TaskClosed>().Where(effect => effect.Task.Id != task.Id).Select(effect => Listing.Step(session, effect.Task.ActivityId))],
                transition.Effects.OfType<Effect.CaseClosed>().FirstOrDefault()?.Decision.ToString(),
                null)
            {
                IsNotAccepted = transition.Effects.Any(effect => effect is Effect.CaseNotAccepted),
                Notice = NoticeOf(task, outcome, transition),
                NeedsReason = NeedsReason(task, outcome, transition),
                BringBy = transition.Effects.OfType<Effect.TaskOpened>().Where(effect => effect.Task.Kind == TaskKind.Correction)
                    .Min(effect => ApplicantNotices.EndOf(effect.Task, transition.State, session.World.Calendar)),
            };
        }
        catch (ActRefusedException refused)
        {
            return new OutcomeView(outcome, title, [], [], null, refused.Message) { RefusedCode = refused.Code, NeedsReason = AnswerNames.IsAgainst(outcome) };
        }
    }

    /// <summary>An answer that waits for signers tells the applicant what it says when they have signed; a signer's own words tell nothing.</summary>
    /// <param name="task">The task, before the answer or while it holds it.</param>
    /// <param name="outcome">The answer.</param>
    /// <param name="transition">What the answer leads to.</param>
    public string? NoticeOf(OpenTask task, string outcome, Transition transition)
    {
        if (task.Parent is not null)
        {
            return null;
        }

        var effects = EffectsOf(task, outcome, transition);
        return effects.Any(effect => effect is Effect.TaskOpened { Task.Kind: TaskKind.Correction }) ? nameof(ApplicantNoticeKind.Correction)
            : effects.Any(effect => effect is Effect.CaseNotAccepted) ? nameof(ApplicantNoticeKind.NotAccepted)
            : null;
    }

    /// <summary>
    /// Whether whoever gives the answer must say why: the applicant is told of it in writing, it is against the applicant by its name, or the
    /// case is refused with it. Who agrees to what another has refused already owes no reason for that.
    /// </summary>
    /// <param name="task">The task, before the answer or while it holds it.</param>
    /// <param name="outcome">The answer.</param>
    /// <param name="transition">What the answer leads to.</param>
    public bool NeedsReason(OpenTask task, string outcome, Transition transition) => task.Parent is null
        && (NoticeOf(task, outcome, transition) is not null || AnswerNames.IsAgainst(outcome)
            || (!AnswerNames.IsFor(outcome) && EffectsOf(task, outcome, transition).Any(effect => effect is Effect.CaseClosed { Decision: Decision.Refused })));

    /// <summary>What the answer leads to when those have signed for whom it waits.</summary>
    private ImmutableArray<Effect> EffectsOf(OpenTask task, string outcome, Transition transition) =>
        transition.State.Tasks.Any(one => one.Id == task.Id && one.Held is not null) ? WithoutSigners(task, outcome) : transition.Effects;

    private ImmutableArray<Effect> WithoutSigners(OpenTask task, string outcome)
    {
        var state = session.Case.State with
        {
            Tasks = [.. session.Case.State.Tasks.Where(one => one.Parent != task.Id).Select(one => one.Id == task.Id ? one with { SignersAfter = [], Held = null } : one)],
        };
        return Interpreter.Advance(session.World.Flow, state, new Stimulus.CompleteTask(task.Id, outcome, task.Held?.Data), CaseContext.For(session.Case, session.World, at, holder, null)).Effects;
    }
}
