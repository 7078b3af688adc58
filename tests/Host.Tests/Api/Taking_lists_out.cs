using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Host.Tests.Api;

public sealed class Taking_lists_out(RunningHost host)
{
    private const string Number = "110101199003077571";
    private const string Phone = "13800001234";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task of_cases_hides_numbers_unless_who_works_on_them_says_why()
    {
        var name = $"导出{Guid.NewGuid():N}"[..12];
        using var clerk = await host.As("wang.wei");
        (await clerk.PostAsJsonAsync(
            "/api/v1/cases",
            new { item = "YC-DA-0001", applicant = new { kind = "Person", name, number = Number, phone = Phone }, form = new { fileNumber = "2026-9" } }, Cancel)).EnsureSuccessStatusCode();

        (await Csv(clerk, null)).Should().ContainAll(name, "110101********7571", "138****1234").And.NotContain(Number).And.NotContain(Phone);
        (await Csv(clerk, "核对身份")).Should().ContainAll(name, Number, Phone);
        using var auditor = await host.As("auditor");
        (await Csv(auditor, "好奇")).Should().Contain(name).And.NotContain(Number, "an audit asks whether the rules were kept, not who the applicant is");
        var events = await auditor.GetFromJsonAsync<JsonElement>("/api/v1/audit/events?act=ListExported&subject=cases", Cancel);
        events.GetProperty("items").EnumerateArray().Select(one => (one.GetProperty("actor").GetString(), one.GetProperty("particulars").GetProperty("reason").GetString()))
            .Should().Contain([("wang.wei", null), ("wang.wei", "核对身份"), ("auditor", "好奇")]);
        using var stranger = await host.As("zhou.na");
        (await Csv(stranger, null)).Should().NotContain(name, "an export reaches no further than the list");

        async Task<string> Csv(HttpClient person, string? reason)
        {
            var answer = await person.PostAsJsonAsync($"/api/v1/cases/export?search={Uri.EscapeDataString(name)}", new { format = "Csv", reason }, Cancel);
            answer.StatusCode.Should().Be(HttpStatusCode.OK);
            answer.Content.Headers.ContentType!.MediaType.Should().Be("text/csv");
            return await answer.Content.ReadAsStringAsync(Cancel);
        }
    }

    [Fact]
    public async Task tells_how_far_it_has_come_and_then_gives_the_file_in_the_same_answer()
    {
        using var admin = await host.As("admin");
        admin.DefaultRequestHeaders.Add("Cookie", $".AspNetCore.Culture={Uri.EscapeDataString("c=zh-Hans|uic=zh-Hans")}");

        var answer = await admin.PostAsJsonAsync("/api/v1/audit/events/export", new { format = "Csv", showsProgress = true }, Cancel);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        var content = await answer.Content.ReadAsByteArrayAsync(Cancel);
        var (lines, rest) = (new List<JsonElement>(), content);
        while (lines.Count == 0 || !lines[^1].TryGetProperty("name", out _))
        {
            var end = Array.IndexOf(rest, (byte)'\n');
            lines.Add(JsonSerializer.Deserialize<JsonElement>(rest.AsSpan(0, end)));
            rest = rest[(end + 1)..];
        }

        lines[0].GetProperty("rows").GetInt64().Should().Be(0);
        lines[0].GetProperty("of").GetInt64().Should().BePositive();
        lines[^1].GetProperty("length").GetInt64().Should().Be(rest.Length);
        lines[^1].GetProperty("name").GetString().Should().MatchRegex(@"^acts-\d{4}-\d\d-\d\d\.csv$");
        Encoding.UTF8.GetString(rest).Should().StartWith("\uFEFF时间,").And.Contain("登录");
    }

    [Theory]
    [InlineData("auditor", "statistics/figures/open/cases/export?from=2026-01-01&to=2099-12-31")]
    [InlineData("auditor", "statistics/export?from=2026-01-01&to=2099-12-31&by=unit")]
    [InlineData("auditor", "statistics/ratings/export?from=2026-01-01&to=2099-12-31")]
    [InlineData("auditor", "statistics/ratings/export?from=2026-01-01&to=2099-12-31&onlyBad=true&sort=Worst")]
    [InlineData("auditor", "cases/export?sort=ItemBackwards")]
    [InlineData("auditor", "alerts/export?sort=Unit")]
    [InlineData("admin", "keys/export?isGood=true")]
    [InlineData("admin", "jobs/export")]
    [InlineData("admin", "outbox/dead-letters/export")]
    [InlineData("admin", "outbox/dead-letters/export?kind=ServiceCall")]
    [InlineData("li.na", "organisation/absences/export")]
    [InlineData("li.na", "organisation/absences/export?person=li.na&state=Over")]
    [InlineData("auditor", "alerts/export?level=RedCard")]
    [InlineData("li.na", "tasks/export")]
    [InlineData("li.na", "tasks/claimable/export")]
    [InlineData("li.na", "tasks/done/export?item=YC-DA-0001&search=2026&sort=Oldest")]
    [InlineData("li.na", "copies/export?item=YC-DA-0001&search=2026&sort=Item")]
    [InlineData("admin", "organisation/people/export")]
    [InlineData("admin", "organisation/people/export?sort=NameBackwards")]
    [InlineData("admin", "items/export?state=InForce")]
    [InlineData("admin", "definitions/list/export")]
    [InlineData("admin", "definitions/instant-copy/versions/export")]
    [InlineData("admin", "organisation/units/export")]
    [InlineData("admin", "organisation/posts/export")]
    [InlineData("auditor", "levels/export")]
    [InlineData("auditor", "tasks/overseen/export")]
    [InlineData("auditor", "tasks/overseen/export?unit=YC-DA&person=-&due=Week&sort=Item")]
    [InlineData("admin", "incidents/export")]
    [InlineData("admin", "incidents/export?item=YC-DA-0001&kind=Input&search=2026&sort=Newest")]
    [InlineData("admin", "calendars/2026/export")]
    public async Task is_there_for(string userName, string list)
    {
        using var person = await host.As(userName);

        foreach (var format in new[] { "Csv", "Xlsx" })
        {
            var answer = await person.PostAsJsonAsync($"/api/v1/{list}", new { format }, Cancel);

            answer.StatusCode.Should().Be(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancel));
            (await answer.Content.ReadAsByteArrayAsync(Cancel)).Should().NotBeEmpty();
        }
    }

    [Theory]
    [InlineData("li.na", "statistics/figures/open/cases/export?from=2026-01-01&to=2099-12-31")]
    [InlineData("li.na", "organisation/people/export")]
    [InlineData("auditor", "organisation/units/export")]
    [InlineData("auditor", "definitions/instant-copy/versions/export")]
    [InlineData("auditor", "definitions/instant-copy/migrations/00000000-0000-0000-0000-000000000001/left/export")]
    [InlineData("li.na", "audit/events/export")]
    [InlineData("auditor", "incidents/export")]
    [InlineData("li.na", "keys/export")]
    [InlineData("li.na", "jobs/export")]
    [InlineData("auditor", "outbox/dead-letters/export")]
    public async Task is_refused_to_whom_the_list_is_refused(string userName, string list)
    {
        using var person = await host.As(userName);

        (await person.PostAsJsonAsync($"/api/v1/{list}", new { format = "Csv", showsProgress = true }, Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("en", "Csv")]
    [InlineData("zh-Hans", "Xlsx")]
    [InlineData("zh-Hant", "Csv")]
    public async Task of_units_can_be_brought_in_again_as_they_are(string language, string format)
    {
        using var admin = await host.As("admin");
        admin.DefaultRequestHeaders.Add("Cookie", $".AspNetCore.Culture={Uri.EscapeDataString($"c={language}|uic={language}")}");
        var file = await admin.PostAsJsonAsync("/api/v1/organisation/units/export", new { format }, Cancel);
        using var sheet = new MultipartFormDataContent { { new ByteArrayContent(await file.Content.ReadAsByteArrayAsync(Cancel)), "file", $"units.{format.ToLowerInvariant()}" } };

        var answer = await admin.PostAsync("/api/v1/organisation/import/units/preview", sheet, Cancel);

        answer.StatusCode.Should().Be(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancel));
        var preview = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        preview.GetProperty("faults").EnumerateArray().Should().BeEmpty();
        preview.GetProperty("units").EnumerateArray().Select(unit => unit.GetProperty("state").GetString()).Should().HaveCountGreaterThan(5).And.OnlyContain(state => state == "Unchanged");
    }

    [Theory]
    [InlineData("items/export", "promised", 3)]
    [InlineData("items/export", "-promised", 3)]
    [InlineData("items/export", "-legal", 4)]
    public async Task keeps_the_order_that_a_page_gave_a_list_it_has_as_a_whole(string list, string sort, int column)
    {
        using var admin = await host.As("admin");

        var shown = await Column(sort);

        shown.Should().HaveCountGreaterThan(3).And.NotEqual(await Column(null));
        _ = sort[0] == '-' ? shown.Should().BeInDescendingOrder() : shown.Should().BeInAscendingOrder();

        async Task<List<int>> Column(string? by)
        {
            var answer = await admin.PostAsJsonAsync($"/api/v1/{list}", new { format = "Csv", sort = by }, Cancel);
            var lines = (await answer.Content.ReadAsStringAsync(Cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return [.. lines.Skip(1).Select(line => int.Parse(line.Split(',')[column], CultureInfo.InvariantCulture))];
        }
    }

    [Fact]
    public async Task keeps_the_total_last_however_the_page_has_sorted_the_rest()
    {
        using var auditor = await host.As("auditor");
        auditor.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");

        var answer = await auditor.PostAsJsonAsync("/api/v1/statistics/export?from=2026-01-01&to=2027-12-31&by=month", new { format = "Csv", sort = "-group" }, Cancel);

        var groups = (await answer.Content.ReadAsStringAsync(Cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[0]).ToArray();
        groups[^1].Should().Be("All");
        groups[..^1].Should().NotBeEmpty().And.BeInDescendingOrder(StringComparer.InvariantCultureIgnoreCase);
    }

    [Fact]
    public async Task sets_an_earlier_period_and_the_limits_behind_early_figures_beside_the_report()
    {
        using var auditor = await host.As("auditor");
        auditor.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");

        var answer = await auditor.PostAsJsonAsync("/api/v1/statistics/export?from=2025-01-01&to=2028-12-31&by=month&compare=Year", new { format = "Csv" }, Cancel);

        var lines = (await answer.Content.ReadAsStringAsync(Cancel)).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].Should().StartWith("Month,Accepted,Accepted (2024-01-01 – 2027-12-31),Closed,").And.Contain(
            ",On-time rate %,On-time rate: Numerator,On-time rate: Denominator,On-time rate (2024-01-01 – 2027-12-31) %,On-time rate (2024-01-01 – 2027-12-31): Numerator,")
            .And.EndWith(",Limits behind the early figures,Average early-completion rate (given moment) %,Average early-completion rate (given moment): Numerator,Average early-completion rate (given moment): Denominator,"
                + "Time saved (given moment) %,Time saved (given moment): Numerator,Time saved (given moment): Denominator,Early share (given moment) %,Early share (given moment): Numerator,Early share (given moment): Denominator");
        var cells = lines.Select(line => line.Split(',')).ToArray();
        cells[1][0].Should().Be("2025-01");
        for (var month = 13; month < cells.Length - 1; month++)
        {
            // Between the two counts other tests take in cases, this month.
            if (cells[month - 12][0] == TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTimeOffset.UtcNow, "Asia/Shanghai").ToString("yyyy-MM", CultureInfo.InvariantCulture))
            {
                continue;
            }

            cells[month][2].Should().Be(cells[month - 12][1], "a month stands beside itself a year before");
        }
    }

    [Fact]
    public async Task answers_a_filter_that_does_not_exist_like_the_list()
    {
        using var auditor = await host.As("auditor");

        var answer = await auditor.PostAsJsonAsync("/api/v1/cases/export?status=Strange", new { format = "Xlsx", showsProgress = true }, Cancel);

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync(Cancel)).Should().Contain("FilterInvalid");
    }
}
