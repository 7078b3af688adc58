using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MiniExcelLibs;

namespace Host.Tests.Api;

/// <summary>Answers that only the office asks for: the picture of a flow, the code on the receipt, the sheet behind a figure.</summary>
public sealed class What_the_office_shows(RunningHost host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task draws_the_flow_of_a_case_from_the_first_step_to_the_last()
    {
        using var clerk = await host.As("zhang.hui");
        var received = await clerk.PostAsJsonAsync(
            "/api/v1/cases",
            new { item = "YC-SCJG-0002", applicant = new { kind = "Organisation", name = "成都试验有限公司", exceptionReason = "first registration" }, form = new { companyName = "成都试验有限公司" } },
            Cancel);
        var caseId = (await received.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("caseId").GetString();

        var picture = await clerk.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{caseId}/picture", Cancel);

        var nodes = picture.GetProperty("nodes").EnumerateArray().ToDictionary(node => node.GetProperty("step").GetProperty("activityId").GetString()!, node => node.GetProperty("rank").GetInt32());
        nodes["accept"].Should().Be(0);
        new[] { nodes["commerce"], nodes["quality"], nodes["tax"] }.Should().AllBeEquivalentTo(nodes["commerce"], "the departments look at it at the same time");
        nodes["decide"].Should().BeGreaterThan(nodes["commerce"]).And.BeLessThan(nodes["close"]);
        nodes.Keys.Should().NotContain(["fork", "join", "clock", "soon", "late"]);
        picture.GetProperty("links").EnumerateArray().Should().Contain(link => link.GetProperty("from").GetString() == "accept" && link.GetProperty("to").GetString() == "tax" && link.GetProperty("outcome").GetString() == "Accepted");
        using var stranger = await host.As("zhou.na");
        (await stranger.GetAsync($"/api/v1/cases/{caseId}/picture", Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await stranger.GetAsync($"/api/v1/cases/{caseId}/number.svg", Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await clerk.GetStringAsync($"/api/v1/cases/{caseId}/number.svg", Cancel)).Should().StartWith("<svg");
    }

    [Fact]
    public async Task draws_any_version_of_a_flow_for_administrators_and_says_what_of_a_draft_cannot_be_drawn()
    {
        using var admin = await host.As("admin");
        using var clerk = await host.As("zhang.hui");
        var picture = await admin.GetFromJsonAsync<JsonElement>("/api/v1/definitions/three-certs/picture?version=1", Cancel);
        picture.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("step").GetProperty("activityId").GetString()).Should().Contain(["accept", "tax", "close"]).And.NotContain("clock");

        var id = $"drawn-{Guid.NewGuid():N}";
        (await Save(id, "line")).EnsureSuccessStatusCode();
        (await admin.GetFromJsonAsync<JsonElement>($"/api/v1/definitions/{id}/picture", Cancel)).GetProperty("nodes").GetArrayLength().Should().Be(0, "a line is no step of an approval");
        (await Save($"{id}-twice", "line", "line")).EnsureSuccessStatusCode();
        var refused = await admin.GetAsync($"/api/v1/definitions/{id}-twice/picture", Cancel);
        refused.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync(Cancel)).Should().Contain("FlowFormat").And.Contain("$.root.activities[1].id");
        (await admin.GetAsync($"/api/v1/definitions/{id}/picture?version=7", Cancel)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await clerk.GetAsync("/api/v1/definitions/three-certs/picture", Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);

        Task<HttpResponseMessage> Save(string definitionId, params string[] lines) => admin.PostAsJsonAsync(
            "/api/v1/definitions",
            new
            {
                document = new
                {
                    definitionId,
                    name = definitionId,
                    root = new { id = "root", type = "Elsa.Flowchart", version = 1, activities = lines.Select(line => new { id = line, type = "Elsa.WriteLine", version = 1 }) },
                },
            },
            Cancel);
    }

    [Fact]
    public async Task gives_all_cases_of_a_figure_as_a_sheet_whose_text_stays_text()
    {
        using var clerk = await host.As("li.na");
        var received = await (await clerk.PostAsJsonAsync("/api/v1/cases", Handing_in_a_case.Application, Cancel)).Content.ReadFromJsonAsync<JsonElement>(Cancel);
        (await clerk.PostAsJsonAsync($"/api/v1/tasks/{received.GetProperty("openTasks")[0].GetGuid()}/complete", new { outcome = "Accepted" }, Cancel)).EnsureSuccessStatusCode();
        using var auditor = await host.As("auditor");
        auditor.DefaultRequestHeaders.Add("Cookie", $".AspNetCore.Culture={Uri.EscapeDataString("c=zh-Hans|uic=zh-Hans")}");
        const string Period = "from=2026-01-01&to=2099-12-31&item=YC-DA-0001";
        var before = await Listed();

        var answer = await auditor.PostAsJsonAsync($"/api/v1/statistics/figures/accepted/cases/export?{Period}", new { format = "Xlsx" }, Cancel);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Cancel));
        var rows = file.Query(useHeaderRow: true).Cast<IDictionary<string, object>>().ToList();
        rows.Select(row => row["办件编号"]).Should().Contain(before, "all of them").And.BeSubsetOf(await Listed(), "others are taken in meanwhile");
        rows[0].Keys.Should().StartWith(["办件编号", "事项", "承办单位"]);
        rows[0]["办件编号"].Should().BeOfType<string>();
        rows[0]["计入数"].Should().Be(1d);
        (await clerk.PostAsJsonAsync($"/api/v1/statistics/figures/accepted/cases/export?{Period}", new { format = "Xlsx" }, Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);

        async Task<IEnumerable<string>> Listed() =>
            [.. (await auditor.GetFromJsonAsync<JsonElement>($"/api/v1/statistics/figures/accepted/cases?{Period}&take=200", Cancel)).GetProperty("items").EnumerateArray().Select(one => one.GetProperty("caseNo").GetString()!)];
    }

    [Fact]
    public async Task tells_a_person_of_alerts_urges_and_copies_until_they_are_dealt_with()
    {
        using var clerk = await host.As("wang.wei");
        var received = await (await clerk.PostAsJsonAsync(
            "/api/v1/cases", new { item = "YC-DA-0001", applicant = new { kind = "Person", name = "提醒试验", exceptionReason = "x" }, form = new { fileNumber = "2026-3" } }, Cancel)).Content.ReadFromJsonAsync<JsonElement>(Cancel);
        var (caseId, task) = (received.GetProperty("caseId").GetGuid(), received.GetProperty("openTasks")[0].GetGuid());
        (await clerk.PostAsJsonAsync($"/api/v1/tasks/{task}/claim", new { }, Cancel)).EnsureSuccessStatusCode();
        using var supervisor = await host.As("supervisor");
        (await supervisor.PostAsJsonAsync("/api/v1/alerts", new { caseId, reason = "清单之外收费" }, Cancel)).EnsureSuccessStatusCode();
        (await supervisor.PostAsJsonAsync($"/api/v1/tasks/{task}/urge", new { }, Cancel)).EnsureSuccessStatusCode();
        (await supervisor.PostAsJsonAsync($"/api/v1/cases/{caseId}/copies", new { users = new[] { "wang.wei" }, text = "请阅" }, Cancel)).EnsureSuccessStatusCode();

        var told = await Kinds();
        told.Should().BeEquivalentTo("Alert YellowCard", "Urged 1", "Copy 请阅");

        (await clerk.GetAsync($"/api/v1/cases/{caseId}", Cancel)).EnsureSuccessStatusCode();
        (await Kinds()).Should().NotContain("Copy 请阅");

        async Task<IEnumerable<string>> Kinds() => (await clerk.GetFromJsonAsync<JsonElement>("/api/v1/me/notices", Cancel)).EnumerateArray()
            .Where(one => one.GetProperty("caseId").GetGuid() == caseId).Select(one => $"{one.GetProperty("kind").GetString()} {one.GetProperty("text").GetString()}");
    }
}
