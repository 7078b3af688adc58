using ApprovalEngine.Approval;
using ApprovalEngine.Approval.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Approval.Tests;

/// <summary>The approval domain as a host registers it, on a database of its own and with a clock that stands where the test puts it.</summary>
public sealed class TestServices : IAsyncDisposable
{
    /// <summary>Of all seeded users.</summary>
    public const string Password = "open sesame 88";

    /// <summary>The set-up of a centre whose passwords are known.</summary>
    public static SetupOptions Given { get; } = new() { AdminPassword = Password, DemoPassword = Password };

    private TestServices(ServiceProvider provider) => Provider = provider;

    public ServiceProvider Provider { get; }

    public FakeTimeProvider Time => (FakeTimeProvider)Provider.GetRequiredService<TimeProvider>();

    public static TestServices Build(string connectionString, DateTimeOffset? now = null, SetupOptions? options = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(new FakeTimeProvider(now ?? new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero)));
        services.AddSingleton(options ?? Given);
        services.AddApproval(connectionString);
        return new TestServices(services.BuildServiceProvider(validateScopes: true));
    }

    public Task<SetupReport> Setup() => DatabaseSetup.RunAsync(Provider);

    public T Get<T>()
        where T : notnull => Provider.GetRequiredService<T>();

    public ValueTask DisposeAsync() => Provider.DisposeAsync();
}
