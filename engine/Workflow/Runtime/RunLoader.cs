using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime.Flowcharts;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>Makes a run from a state.</summary>
internal static class RunLoader
{
    public static Run Load(CompiledFlow flow, FlowState state, Stimulus stimulus, FlowContext context)
    {
        var run = new Run(flow, state, context, stimulus) { Trigger = state.Trigger, Name = state.Name, CorrelationId = state.CorrelationId };
        foreach (var frame in state.Frames)
        {
            run.Frames.Restore(Thaw(run, frame));
        }

        run.Frames.Last = state.Counters.Frame;
        return run;
    }

    private static Frame Thaw(Run run, FrameState state)
    {
        var node = run.Flow.Activities[state.ActivityId];
        var frame = new Frame(state.Id, node, state.Parent is { } parent ? run.Frames.Find(parent) : null)
        {
            CameBack = state.CameBack,
            Status = state.IsFaulted ? FrameStatus.Faulted : FrameStatus.Running,
            KeptData = state.Data,
            Visits = state.Visits.IsEmpty && state.Follows.IsEmpty ? null : FlowVisits.Of(state.Visits, state.Follows),
        };
        if (!state.Arrived.IsEmpty)
        {
            frame.Arrived.AddRange(state.Arrived);
        }

        if (!state.Tokens.IsEmpty)
        {
            frame.Tokens.AddRange(state.Tokens);
        }

        run.Data.Thaw(frame, state.Variables);
        return frame;
    }
}
