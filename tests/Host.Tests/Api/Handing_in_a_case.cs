using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Host.Tests.Api;

public sealed class Handing_in_a_case(RunningHost host)
{
    private const string Clerk = "wang.wei";
    private const string Colleague = "li.na";
    private const string ElsewhereClerk = "zhang.hui";

    internal static readonly object Application = new
    {
        item = "YC-DA-0001",
        applicant = new { kind = "Person", name = "欧阳·测试", exceptionReason = "no document at hand" },
        form = new { fileNumber = "2026-0001" },
        materials = new[] { new { code = "id", state = "Supplied" } },
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task leads_to_tasks_that_close_it()
    {
        using var clerk = await host.As(Clerk);
        var moved = await Json(await clerk.PostAsJsonAsync("/api/v1/cases", Application, Cancel), HttpStatusCode.Created);
        foreach (var outcome in new[] { "Accepted", "Verified", "Complete" })
        {
            var task = moved.GetProperty("openTasks")[0].GetGuid();
            await Json(await clerk.PostAsync($"/api/v1/tasks/{task}/claim", null, Cancel));
            moved = await Json(await clerk.PostAsJsonAsync($"/api/v1/tasks/{task}/complete", new { outcome }, Cancel));
        }

        moved.GetProperty("status").GetString().Should().Be("Closed");
        var view = await Json(await clerk.GetAsync($"/api/v1/cases/{moved.GetProperty("caseId").GetGuid()}", Cancel));
        view.GetProperty("case").GetProperty("decision").GetString().Should().Be("Granted");
        view.GetProperty("documents").GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task twice_under_one_key_makes_one_case_and_another_request_under_it_is_refused()
    {
        using var clerk = await host.As(Clerk);
        clerk.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());

        var first = await Json(await clerk.PostAsJsonAsync("/api/v1/cases", Application, Cancel), HttpStatusCode.Created);
        var second = await Json(await clerk.PostAsJsonAsync("/api/v1/cases", Application, Cancel), HttpStatusCode.Created);
        var other = await clerk.PostAsJsonAsync(
            "/api/v1/cases", new { item = "YC-DA-0001", applicant = new { kind = "Person", name = "X", exceptionReason = "none" }, form = new { fileNumber = "2" } }, Cancel);

        second.GetProperty("caseId").GetGuid().Should().Be(first.GetProperty("caseId").GetGuid());
        other.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task lets_one_of_two_people_win_who_answer_its_task_at_the_same_moment()
    {
        using var one = await host.As(Clerk);
        using var other = await host.As(Colleague);
        var moved = await Json(await one.PostAsJsonAsync("/api/v1/cases", Application, Cancel), HttpStatusCode.Created);
        var task = moved.GetProperty("openTasks")[0].GetGuid();

        var answers = await Task.WhenAll(new[] { one, other }.Select(person => person.PostAsync($"/api/v1/tasks/{task}/claim", null, Cancel)));

        answers.Select(answer => answer.StatusCode).Should().BeEquivalentTo([HttpStatusCode.OK, HttpStatusCode.Conflict]);
    }

    [Fact]
    public async Task is_refused_with_the_field_that_is_wrong()
    {
        using var clerk = await host.As(Clerk);

        var answer = await clerk.PostAsJsonAsync(
            "/api/v1/cases", new { item = "YC-DA-0001", applicant = new { kind = "Person", name = "X", number = "110101199003077570" }, form = new { fileNumber = "1" } }, Cancel);

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("where").GetString().Should().Contain("umber");
    }

    [Fact]
    public async Task is_not_for_people_without_the_right()
    {
        using var auditor = await host.As("auditor");
        using var elsewhere = await host.As(ElsewhereClerk);
        using var clerk = await host.As(Clerk);
        var moved = await Json(await clerk.PostAsJsonAsync("/api/v1/cases", Application, Cancel), HttpStatusCode.Created);
        var task = moved.GetProperty("openTasks")[0].GetGuid();

        (await auditor.PostAsJsonAsync("/api/v1/cases", Application, Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await elsewhere.PostAsync($"/api/v1/tasks/{task}/claim", null, Cancel)).StatusCode.Should().BeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound);
        (await elsewhere.GetAsync($"/api/v1/cases/{moved.GetProperty("caseId").GetGuid()}", Cancel)).StatusCode.Should().BeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound);
        (await auditor.GetAsync($"/api/v1/cases/{moved.GetProperty("caseId").GetGuid()}", Cancel)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task shows_it_page_by_page_each_once()
    {
        using var clerk = await host.As(Clerk);
        for (var i = 0; i < 3; i++)
        {
            await clerk.PostAsJsonAsync("/api/v1/cases", Application, Cancel);
        }

        var seen = new List<Guid>();
        string? after = null;
        do
        {
            var page = await Json(await clerk.GetAsync($"/api/v1/cases?take=2{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}", Cancel));
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("caseId").GetGuid()));
            after = page.GetProperty("next").GetString();
        }
        while (after is not null);

        seen.Should().OnlyHaveUniqueItems().And.HaveCountGreaterThanOrEqualTo(3);
    }

    private static async Task<JsonElement> Json(HttpResponseMessage answer, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        answer.StatusCode.Should().Be(expected, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
