using System.Net.Http.Headers;
using System.Net.Http.Json;
using ApprovalEngine.Contracts.Accounts;
using ApprovalEngine.Host.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ApprovalEngine.Benchmarks.Product;

/// <summary>A host with all its jobs on the loaded database.</summary>
internal sealed class BenchHost : IAsyncDisposable
{
    private readonly WebApplication host;

    private BenchHost(WebApplication host) => this.host = host;

    /// <summary>Where it is.</summary>
    public Uri Address => new(host.Urls.Single());

    /// <summary>Starts it and waits until it is ready.</summary>
    public static async Task<BenchHost> StartAsync(string connectionString)
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

        return new BenchHost(host);
    }

    /// <summary>A client that carries a demo person's token.</summary>
    public async Task<HttpClient> SignInAsync(string userName)
    {
        var client = new HttpClient { BaseAddress = Address };
        var answer = await client.PostAsJsonAsync("/api/v1/sign-in", new SignInRequest(userName, ProductCentre.Password));
        answer.EnsureSuccessStatusCode();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await answer.Content.ReadFromJsonAsync<SignInAnswer>())!.AccessToken);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        await host.DisposeAsync();
    }
}
