using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Contracts.Tasks;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>
/// The way that a case goes from where it stands while each step is answered for the applicant: the pure core goes it, in memory, and all of it
/// is thrown away. What waits for anything but people (a time, another system) ends what can be told.
/// </summary>
internal static class RouteAhead
{
    /// <summary>Where a flow goes in circles, or is signed by very many: so many answers are tried.</summary>
    private const int MostAnswers = 100;

    /// <summary>The steps after those that are open, each once, in the order in which they would open, with who could take them.</summary>
    /// <param name="session">The case as it stands.</param>
    /// <param name="at">The instant (UTC) at which all of it would happen.</param>
    public static IReadOnlyList<StepAhead> Of(CaseSession session, DateTimeOffset at)
    {
        var (state, steps) = (session.Case.State, new List<StepAhead>());
        var known = state.Tasks.Select(task => task.ActivityId).ToHashSet();
        for (var answers = 0; answers < MostAnswers && Favoured(session, state, at) is { } step; answers++)
        {
            state = step.State;
            steps.AddRange(step.Effects.OfType<Effect.TaskOpened>().GroupBy(effect => effect.Task.ActivityId).Where(opened => known.Add(opened.Key))
                .Select(opened => Listing.Ahead(session, [.. opened.Select(effect => effect.Task)])));
        }

        return steps;
    }

    /// <summary>What the first answer leads to that is for the applicant: authors write it first. Nobody's name is used, so none is barred from what follows.</summary>
    private static Transition? Favoured(CaseSession session, FlowState state, DateTimeOffset at)
    {
        // Those who were asked to sign come before who asked them.
        if (state.Tasks.OrderBy(open => open.Parent is null).FirstOrDefault() is not { Kind: not TaskKind.Incident } task)
        {
            return null;
        }

        var context = CaseContext.For(session.Case, session.World, at, Actors.Jobs, null);
        return task.Outcomes.Select(Tried).FirstOrDefault(step => step is not null && !step.Effects.Any(IsAgainst));

        Transition? Tried(string outcome)
        {
            try
            {
                return Interpreter.Advance(session.World.Flow, state, new Stimulus.CompleteTask(task.Id, outcome), context);
            }
            catch (ActRefusedException)
            {
                return null;
            }
        }
    }

    private static bool IsAgainst(Effect effect) => effect is Effect.CaseNotAccepted or Effect.CaseClosed { Decision: not Decision.Granted } or Effect.TaskOpened { Task.Kind: TaskKind.Correction };
}
