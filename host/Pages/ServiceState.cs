using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Host.Server;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ApprovalEngine.Host.Pages;

/// <summary>What the status page says about the service.</summary>
internal sealed class ServiceState(HealthCheckService health, StartUp startUp, IServiceProvider services)
{
    /// <summary>One checked part.</summary>
    /// <param name="Name">Which.</param>
    /// <param name="IsHealthy">Whether it is as it should be.</param>
    /// <param name="Detail">What it says of itself, as a key of the texts.</param>
    /// <param name="AgeSeconds">Seconds since it last ran, where that is what it says.</param>
    internal sealed record Check(string Name, bool IsHealthy, string? Detail, long? AgeSeconds);

    /// <summary>People can sign in: the database is there.</summary>
    public bool IsReady => startUp.IsDone;

    /// <summary>The last seal of each centre, to be kept by whoever looks; none while the database is not there.</summary>
    public async Task<IReadOnlyList<Seal>> SealsAsync(CancellationToken cancel) =>
        IsReady ? await services.GetRequiredService<SealStore>().LastOfAllAsync(cancel) : [];

    public async Task<IReadOnlyList<Check>> LookAsync()
    {
        var report = await health.CheckHealthAsync();
        return [.. report.Entries.Select(entry => new Check(entry.Key, entry.Value.Status == HealthStatus.Healthy, entry.Value.Description, entry.Value.Data.GetValueOrDefault(Health.HeartbeatCheck.Age) as long?))];
    }
}
