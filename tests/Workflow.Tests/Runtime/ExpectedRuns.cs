namespace ApprovalEngine.Workflow.Tests.Runtime;

/// <summary>How often each activity must run, read from the blocks and from each task's results in order.</summary>
internal sealed class ExpectedRuns
{
    private readonly Dictionary<string, Queue<string>> results;

    private ExpectedRuns(IReadOnlyDictionary<string, List<string>> results) =>
        this.results = results.ToDictionary(pair => pair.Key, pair => new Queue<string>(pair.Value));

    private Dictionary<string, int> Runs { get; } = [];

    public static Dictionary<string, int> Of(Blocks blocks, IReadOnlyDictionary<string, List<string>> results)
    {
        var expected = new ExpectedRuns(results);
        foreach (var always in blocks.HasEnd ? ["start", "last", "end", "flow-1"] : new[] { "start", "last", "flow-1" })
        {
            expected.Count(always);
        }

        expected.Walk(blocks.Tree);
        return expected.Runs;
    }

    private void Walk(Block block)
    {
        switch (block)
        {
            case Block.Step step:
                Count(step.Activity);
                break;
            case Block.Row row:
                foreach (var part in row.Parts)
                {
                    Walk(part);
                }

                break;
            case Block.Split split:
                var answer = split.Question is null ? null : Ask(split.Question);
                Count(split.Parting);
                foreach (var (port, branch) in split.Branches)
                {
                    if (answer is null || answer.Contains(port, StringComparison.Ordinal))
                    {
                        Walk(branch);
                    }
                }

                Count(split.Merge);
                break;
            case Block.Loop loop:
                Walk(loop.Body);
                while (Ask(loop.Question) != "ok")
                {
                    Count(loop.Decision);
                    if (loop.Again is not null)
                    {
                        Walk(loop.Again);
                    }

                    Walk(loop.Body);
                }

                Count(loop.Decision);
                break;
        }
    }

    private string Ask(string task)
    {
        Count(task);
        return results[task].Dequeue();
    }

    private void Count(string activity) => Runs[activity] = Runs.GetValueOrDefault(activity) + 1;
}
