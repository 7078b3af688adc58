using ApprovalEngine.Workflow.Conformance;
using ApprovalEngine.Workflow.Runtime;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Runtime;

public sealed class A_compiled_flow
{
    [Fact]
    public void and_a_state_may_be_used_by_many_threads_at_once()
    {
        var context = TrialContext.At(DateTimeOffset.UnixEpoch);
        for (var seed = 0; seed < 40; seed++)
        {
            // Fresh each time: what is made at first use must be safe to make twice.
            var blocks = new Blocks(new Random(seed), depth: 3);
            var flow = blocks.Draft.Compile();

            var begun = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8)
                .Select(_ => FlowStateJson.Write(Interpreter.Advance(flow, FlowState.New, new Stimulus.Start(), context).State)).ToList();
            var state = FlowStateJson.Read(begun[0]);
            var task = state.Bookmarks.FirstOrDefault()?.ActivityId ?? "";
            var resumed = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8)
                .Select(_ => FlowStateJson.Write(Interpreter.Advance(flow, state, new Stimulus.TaskResult(task, "ok"), context).State)).ToList();

            begun.Distinct().Should().ContainSingle();
            resumed.Distinct().Should().ContainSingle();
        }
    }
}
