using System.Text;
using ApprovalEngine.Host.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Host.Tests.Api;

public sealed class Tracing_requests(RunningHost host)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task tells_the_collector_that_is_named_of_each_with_its_questions_to_the_database()
    {
        var (told, isWhole) = (new StringBuilder(), new TaskCompletionSource());
        await using var collector = Collector(told, isWhole);
        await collector.StartAsync(Cancel);
        var traced = host.BuildAnother(settings: new Dictionary<string, string?>
        {
            [Telemetry.Collector] = collector.Urls.Single(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
        });
        await traced.StartAsync(Cancel);

        using var admin = await host.As("admin", at: new Uri(traced.Urls.Single()));
        await admin.GetAsync("/api/v1/jobs", Cancel);

        await isWhole.Task.WaitAsync(Patience, Cancel);
        await traced.StopAsync(Cancel);
    }

    /// <summary>Takes what it is told, until a request and a question to the database were among it; texts stand in it as they are.</summary>
    private static WebApplication Collector(StringBuilder told, TaskCompletionSource isWhole)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapPost("/v1/traces", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body, Encoding.Latin1);
            var spans = await reader.ReadToEndAsync();
            lock (told)
            {
                told.Append(spans);
                if (told.ToString() is var text && text.Contains("/api/v1/jobs", StringComparison.Ordinal) && text.Contains("postgresql", StringComparison.Ordinal))
                {
                    isWhole.TrySetResult();
                }
            }
        });
        return app;
    }
}
