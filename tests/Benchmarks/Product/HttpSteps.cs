using System.Net.Http.Headers;
using System.Net.Http.Json;
using ApprovalEngine.Benchmarks.Measuring;
using ApprovalEngine.Contracts.Accounts;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Tasks;
using ApprovalEngine.Host.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ApprovalEngine.Benchmarks.Product;

/// <summary>The product's step as a program asks for it: over HTTP, with a bearer token, on a host with all its jobs.</summary>
internal sealed class HttpSteps : IWork, IAsyncDisposable
{
    private readonly ProductCentre centre;
    private readonly WebApplication host;
    private readonly HttpClient client;

    private HttpSteps(ProductCentre centre, WebApplication host, HttpClient client) => (this.centre, this.host, this.client) = (centre, host, client);

    /// <summary>Starts a host on the database and signs in.</summary>
    public static async Task<HttpSteps> StartAsync(ProductCentre centre, string connectionString)
    {
        var host = WebServer.Build(connectionString, "http://127.0.0.1:0");
        await host.StartAsync();
        var startUp = host.Services.GetRequiredService<StartUp>();
        while (!startUp.IsDone)
        {
            await Task.Delay(100);
            if (startUp.Failure is { } failure)
            {
                throw new InvalidOperationException("The host did not start.", failure);
            }
        }

        var client = new HttpClient { BaseAddress = new Uri(host.Urls.Single()) };
        var answer = await client.PostAsJsonAsync("/api/v1/sign-in", new SignInRequest(centre.Reviewer.UserName, ProductCentre.Password));
        answer.EnsureSuccessStatusCode();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await answer.Content.ReadFromJsonAsync<SignInAnswer>())!.AccessToken);
        return new HttpSteps(centre, host, client);
    }

    public Task RunAsync(int worker, int workers, Func<bool> goOn, Action done) => ProductSteps.WalkAsync(centre, worker, workers, goOn, done, AnswerAsync);

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await host.StopAsync();
        await host.DisposeAsync();
    }

    private async Task<CaseMoved> AnswerAsync(Guid task, string outcome)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/tasks/{task}/complete") { Content = JsonContent.Create(new CompleteRequest(outcome, ProductSteps.Opinion)) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<CaseMoved>())!;
    }
}
