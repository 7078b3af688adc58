using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Tasks;

namespace ApprovalEngine.Benchmarks.Product;

/// <summary>The product's own step: a reviewer answers a task with an opinion and an idempotency key; rights, flow, clocks, trail and all.</summary>
internal sealed class ProductSteps(ProductCentre centre) : IStepWork
{
    public string Name => "product";

    public async Task RunAsync(int worker, int workers, Func<bool> goOn, Action stepDone)
    {
        var random = new Random(worker + 7);
        while (goOn())
        {
            // Each worker has cases of its own, as in the baseline.
            var id = (random.Next(centre.Tasks.Length / workers) * workers) + worker;
            // The acceptance was the first task; since then the two steps take turns.
            var outcome = CaseIds.NumberOf(centre.Tasks[id]) % 2 == 0 ? "Next" : "Back";
            var moved = await centre.SendAsync(new CompleteTask(
                centre.Reviewer, Guid.NewGuid().ToString("N"), centre.Tasks[id], outcome, "The papers are complete and correct; granted as applied for.", null));
            centre.Tasks[id] = moved.OpenTasks[0];
            stepDone();
        }
    }
}
