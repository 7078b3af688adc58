using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Host.Tests.Api;

/// <summary>What supervisors, auditors and the head ask for beside the plain figures: crossed ones, the feed of the board, an alert handed up.</summary>
public sealed class Supervising_from_the_office(RunningHost host)
{
    private const string Clerk = "li.na";
    private const string Name = "督办试验员";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task crosses_two_dimensions_for_overseers_and_refuses_others()
    {
        await Accepted();
        using var auditor = await host.As("auditor");
        const string Question = "rows=person&columns=month&from=2026-01-01&to=2099-12-31&item=YC-DA-0001";

        var refused = await auditor.GetAsync($"/api/v1/statistics/figures/accepted/pivot?{Question}", Cancel);
        refused.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync(Cancel)).Should().Contain("PivotTooWide");

        var asked = Question.Replace("columns=month", "columns=channel", StringComparison.Ordinal);
        var pivot = await auditor.GetFromJsonAsync<JsonElement>($"/api/v1/statistics/figures/accepted/pivot?{asked}", Cancel);
        pivot.GetProperty("rowKeys").EnumerateArray().Select(key => key.GetString()).Should().Contain(Clerk);
        var cell = pivot.GetProperty("cells").EnumerateArray().Single(one => one.GetProperty("row").GetString() == Clerk && one.GetProperty("column").GetString() == "Window");
        var cases = await auditor.GetFromJsonAsync<JsonElement>($"/api/v1/statistics/figures/accepted/cases?from=2026-01-01&to=2099-12-31&item=YC-DA-0001&person={Clerk}&channel=Window&take=200", Cancel);
        cases.GetProperty("items").GetArrayLength().Should().Be(cell.GetProperty("value").GetProperty("count").GetInt32()).And.BePositive();

        var counts = await Lines(auditor, "accepted", asked);
        counts[0].Should().StartWith("人员,").And.EndWith(",合计");
        counts.Single(line => line.StartsWith("李娜,", StringComparison.Ordinal)).Split(',')[counts[0].Split(',').ToList().IndexOf("窗口")]
            .Should().Be(cell.GetProperty("value").GetProperty("count").GetInt32().ToString(CultureInfo.InvariantCulture));
        var rates = await Lines(auditor, "onTimeRate", asked);
        rates[0].Should().EndWith("合计 %,合计: 分子,合计: 分母");
        var answer = await auditor.GetFromJsonAsync<JsonElement>($"/api/v1/statistics/figures/onTimeRate/pivot?{asked}", Cancel);
        var whole = answer.GetProperty("cells").EnumerateArray().Single(one => one.GetProperty("row").ValueKind == JsonValueKind.Null && one.GetProperty("column").ValueKind == JsonValueKind.Null).GetProperty("value").GetProperty("rate");
        rates[^1].Split(',')[^2..].Should().Equal(whole.GetProperty("numerator").GetRawText(), whole.GetProperty("denominator").GetRawText());
        rates.Should().HaveCount(answer.GetProperty("rowKeys").GetArrayLength() + 2, "a head, the rows, and one for all of them");
        var compared = await Lines(auditor, "onTimeRate", asked + "&compare=Year");
        compared[0].Should().EndWith("合计: 分母,合计 (2025-01-01 – 2098-12-31) %,合计 (2025-01-01 – 2098-12-31): 分子,合计 (2025-01-01 – 2098-12-31): 分母");
        compared[^1].Split(',')[^5..^3].Should().Equal(whole.GetProperty("numerator").GetRawText(), whole.GetProperty("denominator").GetRawText());
        using var clerk = await host.As(Clerk);
        foreach (var address in new[] { $"statistics/figures/accepted/pivot?{asked}", "happenings" })
        {
            (await clerk.GetAsync($"/api/v1/{address}", Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden, address);
        }

        (await clerk.PostAsJsonAsync($"/api/v1/statistics/figures/accepted/pivot/export?{asked}", new { format = "Csv" }, Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);

        async Task<string[]> Lines(HttpClient person, string figure, string question)
        {
            var taken = await person.PostAsJsonAsync($"/api/v1/statistics/figures/{figure}/pivot/export?{question}", new { format = "Csv" }, Cancel);
            taken.StatusCode.Should().Be(HttpStatusCode.OK, await taken.Content.ReadAsStringAsync(Cancel));
            taken.Content.Headers.ContentDisposition!.FileNameStar.Should().StartWith($"{figure}-person-channel-").And.EndWith(".csv");
            return (await taken.Content.ReadAsStringAsync(Cancel)).TrimStart('\uFEFF').TrimEnd().Split("\r\n");
        }
    }

    [Fact]
    public async Task tells_what_happens_in_ones_scope_and_nothing_of_the_person_it_happens_to()
    {
        var (caseId, caseNo, _) = await Accepted();
        using var auditor = await host.As("auditor");
        using var elsewhere = await host.As("wu.chao");

        var feed = await auditor.GetStringAsync("/api/v1/happenings?take=200", Cancel);

        feed.Should().Contain(caseNo).And.NotContain(Name);
        using var happenings = JsonDocument.Parse(feed);
        happenings.RootElement.EnumerateArray().Should().ContainSingle(one => one.GetProperty("caseId").GetGuid() == caseId && one.GetProperty("kind").GetString() == "Accepted");
        (await elsewhere.GetStringAsync("/api/v1/happenings?take=200", Cancel)).Should().NotContain(caseNo);
    }

    [Fact]
    public async Task hands_an_alert_up_to_the_head_who_is_told()
    {
        var (caseId, _, task) = await Accepted();
        using var clerk = await host.As(Clerk);
        (await clerk.PostAsJsonAsync($"/api/v1/tasks/{task}/claim", new { }, Cancel)).EnsureSuccessStatusCode();
        using var supervisor = await host.As("supervisor");
        var raised = await (await supervisor.PostAsJsonAsync("/api/v1/alerts", new { caseId, reason = "清单之外收费" }, Cancel)).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Cancel);
        var address = $"/api/v1/alerts/{raised.GetProperty("alert").GetProperty("alertId").GetInt64()}/acts";
        var escalation = new { status = "Escalated", text = "涉及多个部门" };

        (await clerk.PostAsJsonAsync(address, escalation, Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await supervisor.PostAsJsonAsync(address, new { status = "Escalated" }, Cancel)).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await supervisor.PostAsJsonAsync(address, escalation, Cancel)).EnsureSuccessStatusCode();
        (await supervisor.PostAsJsonAsync(address, escalation, Cancel)).StatusCode.Should().Be(HttpStatusCode.Conflict);

        using var head = await host.As("head.centre");
        (await Told(head)).Should().Be("Escalated");
        (await head.GetFromJsonAsync<JsonElement>("/api/v1/me/duties", Cancel)).ValueKind.Should().Be(JsonValueKind.Array);
        (await head.GetFromJsonAsync<JsonElement>("/api/v1/alerts?duty=Decide&take=200", Cancel)).GetProperty("items").EnumerateArray().Should().Contain(alert => alert.GetProperty("caseId").GetGuid() == caseId);
        (await head.PostAsJsonAsync(address, new { status = "Upheld", text = "说明不成立" }, Cancel)).EnsureSuccessStatusCode();
        (await Told(head)).Should().BeNull();

        async Task<string?> Told(HttpClient person) => (await person.GetFromJsonAsync<JsonElement>("/api/v1/me/notices", Cancel)).EnumerateArray()
            .Where(one => one.GetProperty("caseId").GetGuid() == caseId).Select(one => one.GetProperty("kind").GetString()).SingleOrDefault();
    }

    /// <summary>A case at the window that was accepted, and its open task.</summary>
    private async Task<(Guid CaseId, string CaseNo, Guid Task)> Accepted()
    {
        using var clerk = await host.As(Clerk);
        var received = await Json(await clerk.PostAsJsonAsync(
            "/api/v1/cases", new { item = "YC-DA-0001", applicant = new { kind = "Person", name = Name, exceptionReason = "x" }, form = new { fileNumber = "2026-9" } }, Cancel));
        var moved = await Json(await clerk.PostAsJsonAsync($"/api/v1/tasks/{received.GetProperty("openTasks")[0].GetGuid()}/complete", new { outcome = "Accepted" }, Cancel));
        return (received.GetProperty("caseId").GetGuid(), received.GetProperty("caseNo").GetString()!, moved.GetProperty("openTasks")[0].GetGuid());
    }

    private static async Task<JsonElement> Json(HttpResponseMessage answer) => await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Cancel);
}
