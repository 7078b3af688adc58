using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Benchmarks.Measuring;
using ApprovalEngine.Contracts.Cases;

namespace ApprovalEngine.Benchmarks.Product;

/// <summary>The product's own step: a reviewer answers a task with an opinion and an idempotency key; rights, flow, clocks, trail and all.</summary>
internal sealed class ProductSteps(ProductCentre centre) : IWork
{
    /// <summary>What is written with each answer, as in the baseline.</summary>
    public const string Opinion = "The papers are complete and correct; granted as applied for.";

    public Task RunAsync(int worker, int workers, Func<bool> goOn, Action done) =>
        WalkAsync(centre, worker, workers, goOn, done, (task, outcome) => centre.SendAsync(new CompleteTask(centre.Reviewer, Guid.NewGuid().ToString("N"), task, outcome, Opinion, null)));

    /// <summary>Answers tasks in one way or another, each worker on cases of its own, as in the baseline.</summary>
    public static async Task WalkAsync(ProductCentre centre, int worker, int workers, Func<bool> goOn, Action done, Func<Guid, string, Task<CaseMoved>> answer)
    {
        var random = new Random(worker + 7);
        while (goOn())
        {
            var id = (random.Next(centre.Tasks.Length / workers) * workers) + worker;

            // The acceptance was the first task; since then the two steps take turns.
            var outcome = CaseIds.NumberOf(centre.Tasks[id]) % 2 == 0 ? "Next" : "Back";
            var moved = await answer(centre.Tasks[id], outcome);
            centre.Tasks[id] = moved.OpenTasks[0];
            done();
        }
    }
}
