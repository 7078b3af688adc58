using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Benchmarks.Measuring;
using ApprovalEngine.Contracts.Cases;

namespace ApprovalEngine.Benchmarks.Product;

/// <summary>A case begins: a clerk takes an application of a known applicant in, under an idempotency key.</summary>
internal sealed class ProductStarts(ProductCentre centre) : IWork
{
    // The example of GB 11643 itself.
    private static readonly CaseApplicant Applicant = new("Person", "applicant", "11010519491231002X");

    public async Task RunAsync(int worker, int workers, Func<bool> goOn, Action done)
    {
        while (goOn())
        {
            await centre.SendAsync(new ReceiveCase(centre.Clerk, Guid.NewGuid().ToString("N"), new ReceiveCaseRequest
            {
                Item = ProductCentre.Item,
                Applicant = Applicant,
                Channel = "Online",
                Form = new JsonObject { ["activity"] = "a shed behind the house" },
            }));
            done();
        }
    }
}
