using ApprovalEngine.Host.Server;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ApprovalEngine.Host.Health;

/// <summary>Red until the schema is migrated, the seed is in, and the job servers run.</summary>
internal sealed class StartUpCheck(StartUp startUp) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(startUp.IsDone
            ? HealthCheckResult.Healthy("started")
            : HealthCheckResult.Unhealthy(startUp.Failure is null ? "migrating" : "failed to start"));
}
