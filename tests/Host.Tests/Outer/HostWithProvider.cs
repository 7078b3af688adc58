using System.Net;
using ApprovalEngine.Host.Identity.Outer;
using Host.Tests.Api;
using Microsoft.AspNetCore.Builder;
using Npgsql;

namespace Host.Tests.Outer;

/// <summary>One host with a provider for all tests of it.</summary>
[CollectionDefinition("A provider")]
public sealed class WithAProvider : ICollectionFixture<HostWithProvider>;

/// <summary>A host with a provider, on the database of the others.</summary>
public sealed class HostWithProvider(RunningHost other) : IAsyncLifetime
{
    private Provider? provider;
    private WebApplication? app;

    public Uri Address => new(app!.Urls.Single());

    internal Visitor Visitor() => new(Address);

    /// <summary>A person of the test's own.</summary>
    public Task<string> AddPerson() => other.AddPerson(Address);

    /// <summary>A client that carries a person's token.</summary>
    public Task<HttpClient> As(string userName) => other.As(userName, at: Address);

    /// <summary>What the trail says about a person, or about somebody unknown whom it names: acts in their order.</summary>
    public async Task<IReadOnlyList<string>> Trail(string name)
    {
        await using var database = NpgsqlDataSource.Create(other.ConnectionString);
        await using var acts = database.CreateCommand("select act || coalesce(' ' || (payload ->> 'result'), '') from admin_event where actor = $1 or payload ->> 'name' = $1 order by event_id");
        acts.Parameters.Add(new() { Value = name });
        await using var rows = await acts.ExecuteReaderAsync();
        var found = new List<string>();
        while (await rows.ReadAsync())
        {
            found.Add(rows.GetString(0));
        }

        return found;
    }

    public async ValueTask InitializeAsync()
    {
        var cancel = TestContext.Current.CancellationToken;
        provider = await Provider.StartAsync(cancel);

        // Alone it changes nothing for the hosts of other tests.
        Environment.SetEnvironmentVariable(OuterProvider.SecretVariable, Provider.Secret);
        app = other.BuildAnother(settings: new Dictionary<string, string?>
        {
            ["Oidc:Authority"] = provider.Address.AbsoluteUri,
            ["Oidc:ClientId"] = Provider.ClientId,
            ["Oidc:ClientSecret"] = "not this one: settings are copied and committed",
            ["Oidc:Name"] = "Outer Sign-in",
        });
        await app.StartAsync(cancel);
        await provider.Know(Address, cancel);

        // The first answer of a program that has just begun takes its time; the product's patience is measured elsewhere.
        using (var client = new HttpClient { BaseAddress = provider.Address })
        {
            (await client.GetAsync(new Uri(".well-known/openid-configuration", UriKind.Relative), cancel)).EnsureSuccessStatusCode();
        }

        using var visitor = Visitor();
        while (await visitor.StatusOf("/api/v1/me") == HttpStatusCode.ServiceUnavailable)
        {
            await Task.Delay(100, cancel);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.StopAsync();
        }

        if (provider is not null)
        {
            await provider.DisposeAsync();
        }
    }
}
