using System.Collections.Immutable;
using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Migration;

/// <summary>What a migration would do to one case.</summary>
public sealed record MigrationPreview
{
    /// <summary>Why it is not possible; everything else is empty then.</summary>
    public ImmutableArray<MigrationFault> Faults { get; init; } = [];

    /// <summary>Tokens with the activities they go from and to.</summary>
    public ImmutableArray<MovedToken> Tokens { get; init; } = [];

    /// <summary>Tasks kept, closed and opened.</summary>
    public ImmutableArray<MovedTask> Tasks { get; init; } = [];

    /// <summary>Timers kept, moved, new and dropped.</summary>
    public ImmutableArray<MovedTimer> Timers { get; init; } = [];

    /// <summary>The promised clock's due moment (UTC); null when there is none.</summary>
    public Moved<DateTimeOffset?> Due { get; init; }

    /// <summary>The legal clock's due moment (UTC).</summary>
    public Moved<DateTimeOffset?> LegalDue { get; init; }

    /// <summary>Moves the case in memory and says what changed.</summary>
    public static MigrationPreview Of(MigrationPlan plan, FlowState state, FlowContext context)
    {
        if (plan.Faults.AddRange(plan.FaultsOf(state)) is { IsEmpty: false } faults)
        {
            return new MigrationPreview { Faults = faults };
        }

        try
        {
            return Compare(plan, state, Interpreter.Advance(plan.To, state, new Stimulus.Migrate(plan), context).State, context);
        }
        catch (ActRefusedException refusal)
        {
            return new MigrationPreview { Faults = [new(refusal.Code, refusal.ActivityId ?? plan.To.Root.Id, refusal.Message)] };
        }
    }

    private static MigrationPreview Compare(MigrationPlan plan, FlowState before, FlowState after, FlowContext context) => new()
    {
        Tokens = [.. TokensOf(before).Select(frame => new MovedToken(frame.ActivityId, plan.TargetOf(frame.ActivityId)?.Id, plan.IsAnew(frame.ActivityId)))],
        Tasks = [.. TasksOf(before, after)],
        Timers = [.. TimersOf(plan, before, after)],
        Due = new(DueOf(before.Clock?.Promised, context), DueOf(after.Clock?.Promised, context)),
        LegalDue = new(DueOf(before.Clock?.Legal, context), DueOf(after.Clock?.Legal, context)),
    };

    private static IEnumerable<FrameState> TokensOf(FlowState state) => state.Frames.Where(frame => state.Frames.All(other => other.Parent != frame.Id));

    private static IEnumerable<MovedTask> TasksOf(FlowState before, FlowState after) =>
        before.Tasks.Select(task => after.Tasks.FirstOrDefault(other => other.Id == task.Id) is { } kept
                ? new MovedTask(task.Id, MigrationFate.Kept, task.ActivityId, kept.ActivityId, kept.Assignee, new(task.StepDueAt, kept.StepDueAt))
                : new MovedTask(task.Id, MigrationFate.Closed, task.ActivityId, null, task.Assignee, new(task.StepDueAt, null)))
            .Concat(after.Tasks.Where(task => before.Tasks.All(other => other.Id != task.Id))
                .Select(task => new MovedTask(task.Id, MigrationFate.Opened, null, task.ActivityId, task.Assignee, new(null, task.StepDueAt))));

    private static IEnumerable<MovedTimer> TimersOf(MigrationPlan plan, FlowState before, FlowState after)
    {
        var left = after.Timers.ToDictionary(timer => timer.Key);
        foreach (var timer in before.Timers)
        {
            yield return left.Remove(KeyAfter(plan, timer), out var kept)
                ? new MovedTimer(timer.Kind, kept.ActivityId, kept.DueAt == timer.DueAt ? MigrationFate.Kept : MigrationFate.Moved, new(timer.DueAt, kept.DueAt))
                : new MovedTimer(timer.Kind, timer.ActivityId, MigrationFate.Dropped, new(timer.DueAt, null));
        }

        foreach (var timer in after.Timers.Where(timer => left.ContainsKey(timer.Key)))
        {
            yield return new MovedTimer(timer.Kind, timer.ActivityId, MigrationFate.New, new(null, timer.DueAt));
        }
    }

    /// <summary>A timer of the case's clock bears the name of the activity that armed it.</summary>
    private static string KeyAfter(MigrationPlan plan, FlowTimer timer) =>
        timer.ActivityId is { } id && timer.Key.EndsWith($"/{id}", StringComparison.Ordinal) && plan.TargetOf(id) is { } target ? timer.Key[..^id.Length] + target.Id : timer.Key;

    private static DateTimeOffset? DueOf(Clock? clock, FlowContext context) => clock is null ? null : Deadlines.Read(clock, context.Calendar, context.Now).DueAt;
}
