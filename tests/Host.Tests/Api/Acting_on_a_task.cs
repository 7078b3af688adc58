using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Host.Tests.Api;

public sealed class Acting_on_a_task(RunningHost host)
{
    private const string Clerk = "wang.wei";
    private const string Colleague = "li.na";
    private const string ElsewhereClerk = "zhou.na";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task shows_what_its_answers_lead_to_and_where_it_can_be_returned()
    {
        using var clerk = await host.As(Clerk);
        using var stranger = await host.As(ElsewhereClerk);
        var task = await MaterialTask(clerk);

        var view = await Json(await clerk.GetAsync($"/api/v1/tasks/{task}", Cancel));
        var returns = await Json(await clerk.GetAsync($"/api/v1/tasks/{task}/returns", Cancel));

        view.GetProperty("outcomes")[0].GetProperty("decision").GetString().Should().Be("Granted");
        returns.EnumerateArray().Select(choice => choice.GetProperty("step").GetProperty("activityId").GetString()).Should().Contain("identity");
        (await stranger.GetAsync($"/api/v1/tasks/{task}", Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await clerk.GetAsync($"/api/v1/tasks/{Guid.NewGuid()}", Cancel)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task delegates_it_and_takes_it_back()
    {
        using var clerk = await host.As(Clerk);
        var task = await MaterialTask(clerk);

        await Json(await Post(clerk, $"tasks/{task}/delegate", new { toUser = Colleague }));
        (await Post(clerk, $"tasks/{task}/delegate", new { toUser = ElsewhereClerk })).StatusCode.Should().BeOneOf(HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity);
        await Json(await Post(clerk, $"tasks/{task}/recall"));
        (await Post(clerk, $"tasks/{task}/recall")).StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await Post(clerk, $"tasks/{task}/delegate", new { toUser = ElsewhereClerk })).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task adds_a_signer_and_removes_them()
    {
        using var clerk = await host.As(Clerk);
        var task = await MaterialTask(clerk);

        await Json(await Post(clerk, $"tasks/{task}/signers", new { user = "sun.ling", place = "Before" }));
        (await Post(clerk, $"tasks/{task}/complete", new { outcome = "Complete" })).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        await Json(await Post(clerk, $"tasks/{task}/signers/sun.ling/remove"));
        (await Json(await Post(clerk, $"tasks/{task}/complete", new { outcome = "Complete" }))).GetProperty("status").GetString().Should().Be("Closed");
    }

    [Fact]
    public async Task withdraws_once_under_one_key_however_often_it_is_asked()
    {
        using var clerk = await host.As(Clerk);
        var (identity, _) = await IdentityTask(clerk);
        await Json(await Post(clerk, $"tasks/{identity}/complete", new { outcome = "Verified" }));
        clerk.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());

        var first = await Json(await Post(clerk, $"tasks/{identity}/withdraw", new { reason = "too fast" }));
        var second = await Json(await Post(clerk, $"tasks/{identity}/withdraw", new { reason = "too fast" }));

        second.GetProperty("version").GetInt32().Should().Be(first.GetProperty("version").GetInt32());
        first.GetProperty("openTasks")[0].GetGuid().Should().Be(identity);
        (await Post(clerk, $"tasks/{identity}/withdraw", new { reason = "other words" })).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task urges_it_once_a_day()
    {
        using var clerk = await host.As(Clerk);
        using var supervisor = await host.As("supervisor");
        var task = await MaterialTask(clerk);

        await Json(await Post(supervisor, $"tasks/{task}/urge", new { reason = "the applicant waits" }));

        (await Post(supervisor, $"tasks/{task}/urge", new { })).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task is_not_possible_while_the_case_is_suspended()
    {
        using var clerk = await host.As(Clerk);
        using var head = await host.As("head.centre");
        var (task, caseId) = await IdentityTask(clerk);
        var stop = new { cause = "flood", basis = "Article 45", document = "2026-1", endsOn = DateTime.UtcNow.AddDays(20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) };

        (await Post(clerk, $"cases/{caseId}/suspension", stop)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        var stopped = await Post(head, $"cases/{caseId}/suspension", stop);

        // After closing hours the instant item's due moment has passed, and nothing can be suspended any more.
        if (stopped.StatusCode == HttpStatusCode.OK)
        {
            (await Post(clerk, $"tasks/{task}/complete", new { outcome = "Verified" })).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
            await Json(await Post(head, $"cases/{caseId}/resumption", new { reason = "dry" }));
        }
        else
        {
            (await Json(stopped, HttpStatusCode.UnprocessableEntity)).GetProperty("type").GetString().Should().EndWith("SuspensionTooLate");
        }

        await Json(await Post(clerk, $"tasks/{task}/complete", new { outcome = "Verified" }));
    }

    [Fact]
    public async Task gives_the_case_to_read_to_people_of_its_scope()
    {
        using var clerk = await host.As(Clerk);
        using var reader = await host.As("zhu.min");
        var (_, caseId) = await IdentityTask(clerk);

        await Json(await Post(clerk, $"cases/{caseId}/copies", new { users = new[] { "zhu.min" }, text = "please read" }));
        (await Post(clerk, $"cases/{caseId}/copies", new { users = new[] { ElsewhereClerk } })).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);

        await Json(await reader.GetAsync($"/api/v1/cases/{caseId}", Cancel));
        var copies = await Json(await reader.GetAsync("/api/v1/copies", Cancel));
        copies.GetProperty("items").EnumerateArray().Single(copy => copy.GetProperty("caseId").GetGuid() == caseId).GetProperty("readAt").ValueKind.Should().Be(JsonValueKind.String);
    }

    [Fact]
    public async Task passes_to_a_deputy_and_to_a_successor_only_by_who_is_responsible()
    {
        using var clerk = await host.As("zhang.qiang");
        using var colleague = await host.As(Colleague);
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        (await Post(colleague, "organisation/absences", new { userName = "zhang.qiang", deputy = Colleague, fromOn = today, untilOn = "2099-01-01" })).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await Post(colleague, "organisation/people/zhang.qiang/hand-over", new { toUser = Colleague, reason = "mine" })).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await clerk.GetAsync("/api/v1/organisation/people/zhang.qiang/work?toUser=li.na", Cancel)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await colleague.GetAsync("/api/v1/organisation/people/zhang.qiang/work", Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task of_an_incident_is_for_administrators()
    {
        using var clerk = await host.As(Clerk);
        using var designer = await host.As("designer");
        var (_, caseId) = await IdentityTask(clerk);

        (await clerk.GetAsync("/api/v1/incidents", Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        await Json(await designer.GetAsync("/api/v1/incidents", Cancel));
        (await Post(designer, $"incidents/{caseId}/identity/decide", new { way = "Retry", reason = "x" })).StatusCode.Should().Be(HttpStatusCode.Conflict);
    }

    private static async Task<Guid> MaterialTask(HttpClient clerk)
    {
        var (identity, _) = await IdentityTask(clerk);
        return (await Json(await Post(clerk, $"tasks/{identity}/complete", new { outcome = "Verified" }))).GetProperty("openTasks")[0].GetGuid();
    }

    private static async Task<(Guid Task, Guid CaseId)> IdentityTask(HttpClient clerk)
    {
        var application = new { item = "YC-DA-0001", applicant = new { kind = "Person", name = "试一试", exceptionReason = "no document at hand" }, form = new { fileNumber = "2026-0001" } };
        var received = await Json(await Post(clerk, "cases", application), HttpStatusCode.Created);
        var accepted = await Json(await Post(clerk, $"tasks/{received.GetProperty("openTasks")[0].GetGuid()}/complete", new { outcome = "Accepted" }));
        return (accepted.GetProperty("openTasks")[0].GetGuid(), accepted.GetProperty("caseId").GetGuid());
    }

    private static Task<HttpResponseMessage> Post(HttpClient client, string path, object? body = null) =>
        body is null ? client.PostAsync($"/api/v1/{path}", null, Cancel) : client.PostAsJsonAsync($"/api/v1/{path}", body, Cancel);

    private static async Task<JsonElement> Json(HttpResponseMessage answer, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        answer.StatusCode.Should().Be(expected, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
