using ApprovalEngine.Host.Identity;
using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ApprovalEngine.Host.Server;

/// <summary>Metrics, on a page for those who may administer, and traces of requests with their questions to the database, where there is somebody to send them to.</summary>
internal static class Telemetry
{
    /// <summary>OpenTelemetry's own setting: the collector of traces. Without it nothing is traced, for nobody would see it.</summary>
    public const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("approval"))
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddRuntimeInstrumentation()
                .AddMeter("Npgsql")
                .AddPrometheusExporter());
        if (configuration[Collector] is { Length: > 0 })
        {
            telemetry.WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddNpgsql().AddOtlpExporter());
        }

        return services;
    }

    public static void MapTelemetry(this IEndpointRouteBuilder app) =>
        app.MapPrometheusScrapingEndpoint("/metrics").RequireAuthorization(Policies.Administrator);
}
