using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Host.Tests.Api;

public sealed class Looking_after_the_jobs(RunningHost host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task shows_what_recurs_and_what_waits()
    {
        using var admin = await host.As("admin");

        var view = await admin.GetFromJsonAsync<JsonElement>("/api/v1/jobs", Cancel);

        view.GetProperty("hosts").GetInt64().Should().BePositive();
        var jobs = view.GetProperty("jobs").EnumerateArray().ToDictionary(job => job.GetProperty("name").GetString()!);
        jobs.Keys.Should().Contain(["alerts", "outbox", "seals", "nightly-checks"]).And.BeInAscendingOrder();
        jobs["alerts"].GetProperty("cron").GetString().Should().Be("* * * * *");
        jobs["alerts"].GetProperty("nextAt").GetDateTimeOffset().Should().BeAfter(DateTimeOffset.UtcNow.AddMinutes(-1));
    }

    [Fact]
    public async Task runs_one_at_once_and_leaves_a_trace()
    {
        using var admin = await host.As("admin");

        var started = await admin.PostAsync("/api/v1/jobs/trials/run", null, Cancel);
        started.StatusCode.Should().Be(HttpStatusCode.NoContent, await started.Content.ReadAsStringAsync(Cancel));

        (await admin.PostAsync("/api/v1/jobs/no-such-job/run", null, Cancel)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        var trace = await admin.GetFromJsonAsync<JsonElement>("/api/v1/audit/events?act=JobTriggered&take=1", Cancel);
        trace.GetProperty("items")[0].GetProperty("subject").GetString().Should().Be("job/trials");
        for (var end = DateTime.UtcNow.AddSeconds(60); ; await Task.Delay(200, Cancel))
        {
            var jobs = await admin.GetFromJsonAsync<JsonElement>("/api/v1/jobs", Cancel);
            if (jobs.GetProperty("jobs").EnumerateArray().Any(job => job.GetProperty("name").GetString() == "trials" && job.GetProperty("lastAt").ValueKind != JsonValueKind.Null))
            {
                return;
            }

            DateTime.UtcNow.Should().BeBefore(end, "it need not wait for the full hour");
        }
    }

    [Fact]
    public async Task is_for_administrators_only_and_so_is_the_dashboard()
    {
        using var clerk = await host.As("xu.lei");
        foreach (var path in new[] { "/api/v1/jobs", "/api/v1/outbox/dead-letters", "/hangfire", "/hangfire/recurring" })
        {
            (await clerk.GetAsync(path, Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden, path);
        }

        (await clerk.PostAsync("/api/v1/jobs/trials/run", null, Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        using var admin = await host.As("admin");
        (await admin.PostAsJsonAsync("/api/v1/organisation/people", new { userName = "local.admin", displayName = "本地", password = RunningHost.Password, grants = new[] { new { role = "Administrator", unit = "YC-DA" } } }, Cancel)).EnsureSuccessStatusCode();
        using var local = await host.As("local.admin");
        foreach (var path in new[] { "/api/v1/outbox/dead-letters", "/hangfire" })
        {
            (await local.GetAsync(path, Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden, path);
        }

        var dashboard = await admin.GetAsync("/hangfire", Cancel);
        dashboard.StatusCode.Should().Be(HttpStatusCode.OK);
        dashboard.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("frame-ancestors 'none'").And.Contain("style-src 'self' 'unsafe-inline'").And.NotContain("script-src", "its scripts are files of ours");
    }
}
