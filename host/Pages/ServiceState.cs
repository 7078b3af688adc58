using ApprovalEngine.Host.Server;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ApprovalEngine.Host.Pages;

/// <summary>What the status page says about the service.</summary>
internal sealed class ServiceState(HealthCheckService health, StartUp startUp)
{
    /// <summary>One checked part.</summary>
    /// <param name="Name">Which.</param>
    /// <param name="IsHealthy">Whether it is as it should be.</param>
    /// <param name="Detail">What it says of itself, as a key of the texts.</param>
    /// <param name="AgeSeconds">Seconds since it last ran, where that is what it says.</param>
    internal sealed record Check(string Name, bool IsHealthy, string? Detail, long? AgeSeconds);

    /// <summary>People can sign in: the database is there.</summary>
    public bool IsReady => startUp.IsDone;

    public async Task<IReadOnlyList<Check>> LookAsync()
    {
        var report = await health.CheckHealthAsync();
        return [.. report.Entries.Select(entry => new Check(entry.Key, entry.Value.Status == HealthStatus.Healthy, entry.Value.Description, entry.Value.Data.GetValueOrDefault(Health.HeartbeatCheck.Age) as long?))];
    }
}
