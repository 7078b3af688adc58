using System.Text.Json;
using ApprovalEngine.Host.Server;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace ApprovalEngine.Host.Health;

/// <summary>`/health/live`: the process answers. `/health/ready`: it can do its work.</summary>
internal static class HealthEndpoints
{
    public static IServiceCollection AddHealth(this IServiceCollection services, IConfiguration configuration)
    {
        var oldest = TimeSpan.FromSeconds(configuration.GetValue("Health:OldestHeartbeatSeconds", 180));
        services.AddHealthChecks()
            .AddCheck<StartUpCheck>("start-up")
            .Add(Heartbeat("timers", oldest))
            .Add(Heartbeat("jobs", oldest));
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static HealthCheckRegistration Heartbeat(string name, TimeSpan oldest) => new(
        name,
        services => new HeartbeatCheck(services.GetRequiredService<NpgsqlDataSource>(), services.GetRequiredService<StartUp>(), name, oldest),
        failureStatus: null,
        tags: null);

    private static Task WriteAsync(HttpContext context, HealthReport report) =>
        context.Response.WriteAsJsonAsync(
            new
            {
                status = report.Status.ToString(),
                checks = report.Entries.ToDictionary(
                    entry => entry.Key, entry => new { status = entry.Value.Status.ToString(), detail = entry.Value.Description }),
            },
            JsonSerializerOptions.Web,
            context.RequestAborted);
}
