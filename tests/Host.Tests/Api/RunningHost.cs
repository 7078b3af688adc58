using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Approval.Tests;
using ApprovalEngine.Approval;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Accounts;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Host.EmbeddedPostgres;
using ApprovalEngine.Host.Server;
using Host.Tests.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

[assembly: AssemblyFixture(typeof(RunningHost))]

namespace Host.Tests.Api;

/// <summary>The whole service on a database of its own and a free port; one for all tests of the API.</summary>
public sealed class RunningHost : IAsyncLifetime
{
    public const string Password = "for these tests only";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private const string Template = "template_centre";

    private readonly TemporaryFolder folder = new();
    private readonly ConcurrentBag<WebApplication> others = [];
    private PrivatePostgres? postgres;
    private DatabaseCopies? copies;
    private int centres;
    private WebApplication? app;

    public IServiceProvider Services => app!.Services;

    public string ConnectionString => postgres!.ConnectionString;

    public Uri Address => new(app!.Urls.Single());

    /// <summary>A client that follows no redirections and is signed in as nobody.</summary>
    /// <param name="at">Another host on the same database; null for this one.</param>
    public HttpClient Anonymous(Uri? at = null) => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = at ?? Address };

    /// <summary>A client that carries a person's token.</summary>
    public async Task<HttpClient> As(string userName, string password = Password, Uri? at = null)
    {
        var client = Anonymous(at);
        var answer = await client.PostAsJsonAsync("/api/v1/sign-in", new SignInRequest(userName, password));
        client.DefaultRequestHeaders.Authorization = await Token(answer);
        return client;
    }

    /// <summary>A client that carries the token of an answer.</summary>
    public async Task<HttpClient> Bearing(HttpResponseMessage signedIn)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = await Token(signedIn);
        return client;
    }

    /// <summary>
    /// Another host on the same database, not yet started; to be stopped by the test. Hangfire and Quartz keep one log for a whole process,
    /// that of the host built last, so none is disposed of while another still works.
    /// </summary>
    public WebApplication BuildAnother(string? cacheFolder = null, IEnumerable<KeyValuePair<string, string?>>? settings = null, string? connectionString = null)
    {
        var another = WebServer.Build(connectionString ?? ConnectionString, "http://127.0.0.1:0", cacheFolder: cacheFolder, settings: settings);
        others.Add(another);
        return another;
    }

    /// <summary>A person of the test's own: a reviewer of the whole centre.</summary>
    /// <returns>The user name.</returns>
    public async Task<string> AddPerson(Uri? at = null)
    {
        var name = $"person-{Guid.NewGuid():N}";
        using var admin = await As("admin", at: at);
        var added = await admin.PostAsJsonAsync("/api/v1/organisation/people", new AddPersonRequest(name, "试验员", Password, [new(Role.Reviewer, "YC")]));
        added.EnsureSuccessStatusCode();
        return name;
    }

    /// <summary>An item of the test's own, in force: like the archive's, which is instant.</summary>
    public async Task AddItem(string code, bool allowsBulkAnswers)
    {
        using var admin = await As("admin");
        var shipped = await admin.GetFromJsonAsync<JsonObject>("/api/v1/items/YC-DA-0001");
        var content = shipped!["content"]!.DeepClone().AsObject();
        content["allowsBulkAnswers"] = allowsBulkAnswers;
        content["name"] = new JsonObject { ["zh-Hans"] = code, ["zh-Hant"] = code, ["en"] = code };
        (await admin.PutAsJsonAsync($"/api/v1/items/{code}", new { content })).EnsureSuccessStatusCode();
        (await admin.PutAsJsonAsync($"/api/v1/items/{code}/state", new { state = "InForce" })).EnsureSuccessStatusCode();
    }

    /// <summary>A centre as shipped in a database of its own, on the same server.</summary>
    /// <returns>Its connection string.</returns>
    public Task<string> NewCentre() => copies!.Make($"centre_{Interlocked.Increment(ref centres)}", Template);

    /// <summary>A database in which nothing is yet.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> NewDatabase()
    {
        var name = $"empty_{Interlocked.Increment(ref centres)}";
        await using var server = NpgsqlDataSource.Create(ConnectionString);
        await using var make = server.CreateCommand($"create database {name}");
        await make.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name }.ConnectionString;
    }

    /// <summary>Gives such a database's room back.</summary>
    public Task Drop(string connectionString) => copies!.Drop(connectionString);

    /// <summary>Sets the centre up once for all that need one.</summary>
    private async Task SetUp()
    {
        await using (var services = new ServiceCollection().AddLogging().AddApproval(ConnectionString).AddGivenPasswords().BuildServiceProvider())
        {
            await DatabaseSetup.RunAsync(services);
        }

        NpgsqlConnection.ClearAllPools();
        copies = new DatabaseCopies(ConnectionString);
        await copies.Make(Template, new NpgsqlConnectionStringBuilder(ConnectionString).Database);
    }

    private static async Task<AuthenticationHeaderValue> Token(HttpResponseMessage signedIn)
    {
        signedIn.EnsureSuccessStatusCode();
        return new AuthenticationHeaderValue("Bearer", (await signedIn.Content.ReadFromJsonAsync<SignInAnswer>())!.AccessToken);
    }

    public async ValueTask InitializeAsync()
    {
        Environment.SetEnvironmentVariable("APPROVAL_ADMIN_PASSWORD", Password);
        Environment.SetEnvironmentVariable("APPROVAL_DEMO_PASSWORD", Password);

        // All tests come from one address.
        Environment.SetEnvironmentVariable("Public__TriesPerMinute", "100000");
        postgres = await PrivatePostgres.StartAsync(new PostgresOptions { DataFolder = folder.Path, IsThrowaway = true });
        await SetUp();
        app = WebServer.Build(postgres.ConnectionString, "http://127.0.0.1:0");
        await app.StartAsync();
        var startUp = Services.GetRequiredService<StartUp>();
        for (var end = DateTime.UtcNow + Patience; !startUp.IsDone; await Task.Delay(100))
        {
            if (startUp.Failure is { } failure)
            {
                throw new InvalidOperationException("The service did not start.", failure);
            }

            if (DateTime.UtcNow > end)
            {
                throw new TimeoutException("The service did not become ready.");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.StopAsync();
            foreach (var host in others.Prepend(app))
            {
                await host.DisposeAsync();
            }
        }

        if (postgres is not null)
        {
            await postgres.DisposeAsync();
        }

        copies?.Dispose();
    }
}
