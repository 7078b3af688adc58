using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Counts from a start to an end.</summary>
internal sealed class For : LoopExecutor
{
    private const string Current = "current";

    public override string Type => "Elsa.For";

    protected override void NextRound(Run run, Frame frame)
    {
        var step = run.Number(frame, "step") ?? 1;
        var current = frame.Data?[Current] is null ? run.Number(frame, "start") ?? 0 : frame.Get<int>(Current) + step;
        if (!IsWithin(current, run.Number(frame, "end") ?? 0, step, isInclusive: run.Typed(frame, "outerBoundInclusive", "Boolean") is not false))
        {
            run.Complete(frame);
            return;
        }

        frame.Set(Current, current);
        run.Data.SetOutput(frame, "currentValue", current);
        RunBody(run, frame, new(StringComparer.Ordinal) { ["CurrentValue"] = current });
    }

    private static bool IsWithin(int current, int end, int step, bool isInclusive) => (step >= 0, isInclusive) switch
    {
        (true, true) => current <= end,
        (true, false) => current < end,
        (false, true) => current >= end,
        (false, false) => current > end,
    };
}
