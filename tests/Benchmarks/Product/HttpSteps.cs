using System.Net.Http.Json;
using ApprovalEngine.Benchmarks.Measuring;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Tasks;

namespace ApprovalEngine.Benchmarks.Product;

/// <summary>The product's step as a program asks for it: over HTTP, with a bearer token.</summary>
internal sealed class HttpSteps(ProductCentre centre, HttpClient client) : IWork
{
    public Task RunAsync(int worker, int workers, Func<bool> goOn, Action done) => ProductSteps.WalkAsync(centre, worker, workers, goOn, done, AnswerAsync);

    private async Task<CaseMoved> AnswerAsync(Guid task, string outcome)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/tasks/{task}/complete") { Content = JsonContent.Create(new CompleteRequest(outcome, ProductSteps.Opinion)) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<CaseMoved>())!;
    }
}
