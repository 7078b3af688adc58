using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts;
using ApprovalEngine.Host.Server;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

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

    /// <summary>The last seal of a centre.</summary>
    /// <param name="Centre">What the centre is called.</param>
    /// <param name="Seal">The seal.</param>
    /// <param name="At">When it was made, by the centre's clock.</param>
    internal sealed record CentreSeal(LocalText Centre, Seal Seal, DateTimeOffset At);

    /// <summary>People can sign in: the database is there.</summary>
    public bool IsReady => startUp.IsDone;

    /// <summary>The last seal of each centre, to be kept by whoever looks; none while the database is not there.</summary>
    public async Task<IReadOnlyList<CentreSeal>> SealsAsync(CancellationToken cancel)
    {
        try
        {
            return IsReady ? await ReadSealsAsync(cancel) : [];
        }
        catch (NpgsqlException)
        {
            // The checks say what the matter is; the page must stand while the database is away.
            return [];
        }
    }

    private async Task<IReadOnlyList<CentreSeal>> ReadSealsAsync(CancellationToken cancel)
    {
        var seals = new List<CentreSeal>();
        foreach (var seal in await services.GetRequiredService<SealStore>().LastOfAllAsync(cancel))
        {
            var centre = (await services.GetRequiredService<OrgDirectory>().Of(seal.CentreId, cancel)).Centre;
            seals.Add(new CentreSeal(centre.Name, seal, TimeZoneInfo.ConvertTimeBySystemTimeZoneId(seal.At, centre.Zone)));
        }

        return seals;
    }

    public async Task<IReadOnlyList<Check>> LookAsync()
    {
        var report = await health.CheckHealthAsync();
        return [.. report.Entries.Select(entry => new Check(entry.Key, entry.Value.Status == HealthStatus.Healthy, entry.Value.Description, entry.Value.Data.GetValueOrDefault(Health.HeartbeatCheck.Age) as long?))];
    }
}
