using System.Globalization;
using ApprovalEngine.Host.Server;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace ApprovalEngine.Host.Health;

/// <summary>
/// Red when the last timer sweep or job is too old, whatever the schedulers' own rows say: a trigger can stay "acquired" for months
/// while everything looks healthy. The age is measured by the database's clock, which all hosts share.
/// </summary>
internal sealed class HeartbeatCheck(NpgsqlDataSource database, StartUp startUp, string name, TimeSpan oldest) : IHealthCheck
{
    /// <summary>Seconds since the last beat, for pages that say it in the reader's language.</summary>
    public const string Age = "age";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!startUp.IsDone)
        {
            return HealthCheckResult.Unhealthy("migrating");
        }

        await using var read = database.CreateCommand("select extract(epoch from clock_timestamp() - at)::float8 from heartbeat where name = $1");
        read.Parameters.Add(new NpgsqlParameter { Value = name });
        return await read.ExecuteScalarAsync(cancellationToken) is not double seconds
            ? HealthCheckResult.Unhealthy("has not run yet")
            : seconds <= oldest.TotalSeconds
                ? HealthCheckResult.Healthy(Ago(seconds), Data(seconds))
                : HealthCheckResult.Unhealthy(Ago(seconds), data: Data(seconds));
    }

    private static Dictionary<string, object> Data(double seconds) => new() { [Age] = (long)Math.Max(0, seconds) };

    private static string Ago(double seconds) => string.Create(CultureInfo.InvariantCulture, $"last ran {Math.Max(0, seconds):0} s ago");
}
