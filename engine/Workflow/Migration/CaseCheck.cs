using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Migration;

/// <summary>What stands against moving one case.</summary>
internal static class CaseCheck
{
    public static IEnumerable<MigrationFault> Of(MigrationPlan plan, FlowState state)
    {
        if (state.Status == FlowStatus.Finished)
        {
            yield return new(MigrationFaults.FlowEnded, plan.From.Root.Id, "The flow of this case has ended.");
            yield break;
        }

        if (state.ClosedBy is { } closing && plan.TargetOf(closing) is null)
        {
            yield return new(MigrationFaults.ClosingLost, closing, $"{closing} closed the case and has no target.");
        }

        if (state.Trigger is { } trigger && plan.TargetOf(trigger) is null)
        {
            yield return new(MigrationFaults.StartLost, trigger, $"{trigger} started the flow and has no target.");
        }

        foreach (var fault in Kept(plan, state).SelectMany(frame => OfFrame(plan, state, frame)))
        {
            yield return fault;
        }
    }

    /// <summary>The frames whose work goes on, and those that begin anew; what runs inside the latter ends with them.</summary>
    public static IEnumerable<FrameState> Kept(MigrationPlan plan, FlowState state)
    {
        var ended = new HashSet<int>();
        foreach (var frame in state.Frames)
        {
            if (frame.Parent is { } parent && ended.Contains(parent))
            {
                ended.Add(frame.Id);
                continue;
            }

            if (plan.IsAnew(frame.ActivityId))
            {
                ended.Add(frame.Id);
            }

            yield return frame;
        }
    }

    private static IEnumerable<MigrationFault> OfFrame(MigrationPlan plan, FlowState state, FrameState frame)
    {
        var node = plan.From.Activities[frame.ActivityId];
        if (plan.TargetOf(node) is not { } target)
        {
            return [Lost(node)];
        }

        var parent = state.Frames.FirstOrDefault(other => other.Id == frame.Parent);
        if (parent is not null && target.Parent != plan.TargetOf(parent.ActivityId))
        {
            return [Left(node, target)];
        }

        return node.Type == ActivityTypes.Flowchart && !plan.IsAnew(node.Id) ? OfTokens(plan, frame, node, target) : [];
    }

    /// <summary>Tokens that stand on no activity: at a merge (safe mode), on a connection (token mode).</summary>
    private static IEnumerable<MigrationFault> OfTokens(MigrationPlan plan, FrameState frame, ActivityNode node, ActivityNode target)
    {
        var chart = new ChartTranslation(plan, node, target, null);
        foreach (var merge in frame.Arrived.Select(token => chart.Before.Activities[token.Merge]).Distinct())
        {
            if (plan.TargetOf(merge) is not { } place)
            {
                yield return Lost(merge);
            }
            else if (place.Parent != target)
            {
                yield return Left(merge, place);
            }
        }

        foreach (var connection in chart.LostTokens(frame))
        {
            yield return Lost(chart.Before.Activities[connection.Target]);
        }
    }

    private static MigrationFault Lost(ActivityNode node) =>
        new(MigrationFaults.TokenWithoutTarget, node.Id, $"The case stands at {node.Id}, which has no target.");

    private static MigrationFault Left(ActivityNode node, ActivityNode target) =>
        new(MigrationFaults.ContainerLeft, node.Id, $"The case stands at {node.Id}; at {target.Id} it would be in another container than the one that waits for it.");
}
