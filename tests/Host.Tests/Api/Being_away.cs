using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Host.Tests.Api;

/// <summary>A deputy acts in the days of the absence and not outside them; whoever leaves hands over in one step.</summary>
public sealed class Being_away(RunningHost host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task lets_the_deputy_act_in_its_days_with_both_names_in_the_trail()
    {
        var (holder, deputy) = (await Clerk("away.now"), await Clerk("deputy.now"));
        var (caseId, task) = await Held(holder);
        var mine = new { outcome = "Accepted" };

        (await Post(deputy, $"tasks/{task}/complete", mine)).StatusCode.Should().Be(HttpStatusCode.Conflict);
        await Json(await Post(holder, "organisation/absences", new { deputy = "deputy.now", fromOn = Day(0), untilOn = Day(1) }), HttpStatusCode.Created);
        (await Json(await Get(deputy, "tasks?take=50"))).GetProperty("items").EnumerateArray().Select(row => row.GetProperty("taskId").GetGuid()).Should().Contain(task);
        await Json(await Post(deputy, $"tasks/{task}/complete", mine));

        var row = (await Json(await Get(holder, $"cases/{caseId}/journal"))).EnumerateArray().Last();
        (row.GetProperty("actor").GetString(), row.GetProperty("onBehalfOf").GetString()).Should().Be(("deputy.now", "away.now"));
    }

    [Fact]
    public async Task lets_nobody_act_before_it_begins_or_after_it_was_ended()
    {
        var (holder, deputy) = (await Clerk("away.later"), await Clerk("deputy.later"));
        var (_, task) = await Held(holder);
        await Json(await Post(holder, "organisation/absences", new { deputy = "deputy.later", fromOn = Day(2), untilOn = Day(9) }), HttpStatusCode.Created);

        (await Post(deputy, $"tasks/{task}/complete", new { outcome = "Accepted" })).StatusCode.Should().Be(HttpStatusCode.Conflict);

        var absence = await Json(await Post(holder, "organisation/absences", new { deputy = "deputy.later", fromOn = Day(0), untilOn = Day(1) }), HttpStatusCode.Created);
        (await Post(holder, $"organisation/absences/{absence.GetProperty("absenceId").GetInt32()}/end", new { })).StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await Post(deputy, $"tasks/{task}/complete", new { outcome = "Accepted" })).StatusCode.Should().Be(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task is_listed_by_person_and_state()
    {
        var holder = await Clerk("away.listed");
        await Clerk("deputy.listed");
        await Json(await Post(holder, "organisation/absences", new { deputy = "deputy.listed", fromOn = Day(0), untilOn = Day(1) }), HttpStatusCode.Created);

        (await Deputies("?person=away.listed&state=Running&take=1")).Should().Equal("deputy.listed");
        (await Deputies("?person=deputy.listed")).Should().Equal("deputy.listed");
        (await Deputies("?state=Over")).Should().BeEmpty();
        (await Get(holder, "organisation/absences?state=Strange")).StatusCode.Should().Be(HttpStatusCode.BadRequest);

        async Task<IEnumerable<string?>> Deputies(string filter) =>
            (await Json(await Get(holder, $"organisation/absences{filter}"))).GetProperty("items").EnumerateArray().Select(row => row.GetProperty("deputy").GetString());
    }

    [Fact]
    public async Task offers_as_deputies_those_who_hold_one_of_the_roles_with_the_same_reach()
    {
        using var clerk = await host.As("zhang.qiang");

        var offered = (await Json(await Get(clerk, "organisation/deputies"))).EnumerateArray().Select(person => person.GetProperty("userName").GetString()).ToList();

        offered.Should().Contain("li.na").And.NotContain("zhang.qiang", "one does not stand in for oneself").And.NotContain("zhou.na", "another unit's clerk does not reach this one");
    }

    [Fact]
    public async Task for_good_hands_everything_over_as_the_preview_said()
    {
        var (leaver, heir) = (await Clerk("leaver"), await Clerk("heir"));
        var (_, first) = await Held(leaver);
        var (_, second) = await Held(leaver);
        using var admin = await host.As("admin");

        var preview = await Json(await Get(admin, "organisation/people/leaver/work?toUser=heir"));
        var moved = await Json(await Post(admin, "organisation/people/leaver/hand-over", new { toUser = "heir", reason = "retires" }));

        (preview.GetProperty("tasks").GetInt32(), preview.GetProperty("cases").GetInt32(), preview.GetProperty("onOffer").GetInt32()).Should().Be((2, 2, 0));
        (moved.GetProperty("moved").GetInt32(), moved.GetProperty("offered").GetInt32(), moved.GetProperty("left").GetInt32()).Should().Be((2, 0, 0));
        (await Post(leaver, $"tasks/{first}/complete", new { outcome = "Accepted" })).StatusCode.Should().Be(HttpStatusCode.Conflict);
        await Json(await Post(heir, $"tasks/{first}/complete", new { outcome = "Accepted" }));
        await Json(await Post(heir, $"tasks/{second}/complete", new { outcome = "Accepted" }));
        (await Json(await Get(admin, "organisation/people/leaver/work"))).GetProperty("tasks").GetInt32().Should().Be(0);
    }

    /// <summary>A clerk of the archives that no other test knows.</summary>
    private async Task<HttpClient> Clerk(string userName)
    {
        using var admin = await host.As("admin");
        var person = new { userName, displayName = userName, password = RunningHost.Password, grants = new[] { new { role = "WindowClerk", unit = "YC-DA" } } };
        await Json(await Post(admin, "organisation/people", person), HttpStatusCode.Created);
        return await host.As(userName);
    }

    /// <summary>A new case whose first task the clerk has claimed.</summary>
    private static async Task<(Guid CaseId, Guid Task)> Held(HttpClient clerk)
    {
        var application = new { item = "YC-DA-0001", applicant = new { kind = "Person", name = "试一试", exceptionReason = "no document at hand" }, form = new { fileNumber = "2026-0001" } };
        var received = await Json(await Post(clerk, "cases", application), HttpStatusCode.Created);
        var task = received.GetProperty("openTasks")[0].GetGuid();
        await Json(await Post(clerk, $"tasks/{task}/claim"));
        return (received.GetProperty("caseId").GetGuid(), task);
    }

    /// <summary>So many days from the centre's today.</summary>
    private static string Day(int later) => TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")).AddDays(later).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Task<HttpResponseMessage> Get(HttpClient client, string path) => client.GetAsync($"/api/v1/{path}", Cancel);

    private static Task<HttpResponseMessage> Post(HttpClient client, string path, object? body = null) =>
        body is null ? client.PostAsync($"/api/v1/{path}", null, Cancel) : client.PostAsJsonAsync($"/api/v1/{path}", body, Cancel);

    private static async Task<JsonElement> Json(HttpResponseMessage answer, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        answer.StatusCode.Should().Be(expected, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
