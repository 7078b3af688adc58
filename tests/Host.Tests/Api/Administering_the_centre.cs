using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Host.Tests.Api;

public sealed class Administering_the_centre(RunningHost host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/v1/organisation/units")]
    [InlineData("/api/v1/items")]
    [InlineData("/api/v1/definitions")]
    public async Task lists_each_row_once_page_by_page(string list)
    {
        using var admin = await host.As("admin");
        var before = await Keys(admin, list, 200);

        var read = await Keys(admin, list, 1);

        // Other tests add and delete meanwhile.
        var lasting = before.Intersect(await Keys(admin, list, 200)).ToList();
        read.Should().OnlyHaveUniqueItems();
        read.Where(lasting.Contains).Should().Equal(lasting).And.NotBeEmpty();
    }

    [Fact]
    public async Task shows_the_calendars_and_a_year_with_its_notice()
    {
        using var admin = await host.As("admin");

        var overview = await admin.GetFromJsonAsync<JsonElement>("/api/v1/calendars", Cancel);
        var year = await admin.GetFromJsonAsync<JsonElement>("/api/v1/calendars/2026", Cancel);

        overview.GetProperty("years").EnumerateArray().Should().HaveCountGreaterThanOrEqualTo(20);
        year.GetProperty("days").EnumerateArray().Should().HaveCount(39);
        (await admin.GetAsync("/api/v1/calendars/1999", Cancel)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("Csv", "Shift")]
    [InlineData("Xlsx", "Becomes")]
    public async Task takes_out_what_a_calendar_would_move_before_it_is_published(string format, string sort)
    {
        using var admin = await host.As("admin");
        using var clerk = await host.As("xu.lei");
        var version = (await admin.GetFromJsonAsync<JsonElement>("/api/v1/calendars", Cancel)).GetProperty("version").GetInt32();
        var asked = new { of = new { buildsOn = version, officeHours = new[] { new { from = "2031-01-01", opens = "08:30", closes = "17:00" } } }, export = new { format } };

        var answer = await admin.PostAsJsonAsync($"/api/v1/calendars/preview/cases/export?sort={sort}", asked, Cancel);

        answer.StatusCode.Should().Be(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancel));
        answer.Content.Headers.ContentDisposition!.FileName.Should().StartWith("calendar-moves-");
        (await clerk.PostAsJsonAsync("/api/v1/calendars/preview/cases/export", asked, Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await admin.PostAsJsonAsync("/api/v1/calendars/preview/cases/export", new { export = new { format } }, Cancel)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task shows_the_thresholds_of_supervision_and_which_of_them_the_centre_follows()
    {
        using var clerk = await host.As("xu.lei");

        var profiles = (await clerk.GetFromJsonAsync<JsonElement>("/api/v1/levels", Cancel)).EnumerateArray().ToList();

        var chosen = profiles.Single(profile => profile.GetProperty("isInForce").GetBoolean());
        chosen.GetProperty("rules").EnumerateArray().Select(rule => (rule.GetProperty("clock").GetString(), rule.GetProperty("level").GetString())).Should().Contain(("Legal", "RedCard"));
        chosen.GetProperty("rules").EnumerateArray().Should().OnlyContain(rule => (rule.GetProperty("sharePercent").ValueKind == JsonValueKind.Null) != (rule.GetProperty("moreDays").ValueKind == JsonValueKind.Null));
    }

    [Fact]
    public async Task says_how_many_open_cases_keep_the_version_of_an_item_and_of_its_flow()
    {
        using var admin = await host.As("admin");
        using var clerk = await host.As("xu.lei");
        (await clerk.PostAsJsonAsync("/api/v1/cases", new { item = "YC-BDC-0004", applicant = new { kind = "Person", name = "版本试验" }, form = new { address = "天府大道4号" } }, Cancel)).EnsureSuccessStatusCode();

        var item = await admin.GetFromJsonAsync<JsonElement>("/api/v1/items/YC-BDC-0004/use", Cancel);
        var flow = await admin.GetFromJsonAsync<JsonElement>("/api/v1/definitions/housing-transfer/use", Cancel);

        new[] { item, flow }.Should().OnlyContain(use => use.EnumerateArray().Sum(one => one.GetProperty("openCases").GetInt32()) > 0);
        (await admin.GetFromJsonAsync<JsonElement>("/api/v1/items?search=bdc-0004", Cancel)).GetProperty("items").GetArrayLength().Should().Be(1);
        (await clerk.GetAsync("/api/v1/items/YC-BDC-0004/use", Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await clerk.GetFromJsonAsync<JsonElement>("/api/v1/items/YC-BDC-0004/versions", Cancel)).EnumerateArray().Last().GetProperty("version").GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task is_for_administrators_only()
    {
        using var admin = await host.As("admin");
        var root = (await admin.GetFromJsonAsync<JsonElement>("/api/v1/organisation/units", Cancel)).GetProperty("items")[0].GetProperty("code").GetString();
        var added = await admin.PostAsJsonAsync("/api/v1/organisation/people", new
        {
            userName = "only.reviews",
            displayName = "Reviewer",
            password = RunningHost.Password,
            grants = new[] { new { role = "Reviewer", unit = root } },
        }, Cancel);
        added.StatusCode.Should().Be(HttpStatusCode.Created);
        using var reviewer = await host.As("only.reviews");

        foreach (var path in new[] { "/api/v1/definitions", "/api/v1/organisation/people" })
        {
            (await reviewer.GetAsync(path, Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        }

        (await reviewer.PostAsJsonAsync("/api/v1/calendars/publish", new { buildsOn = 1 }, Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await reviewer.GetAsync("/api/v1/items", Cancel)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await reviewer.GetAsync("/api/v1/calendars", Cancel)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task answers_a_broken_rule_with_its_place_and_a_lost_race_with_what_won()
    {
        using var admin = await host.As("admin");
        var flow = new { document = JsonDocument.Parse("""{"name": "Lost race", "root": {"id": "flow", "type": "Elsa.Flowchart", "version": 1, "activities": [], "connections": []}}""").RootElement };
        (await admin.PutAsJsonAsync("/api/v1/definitions/lost-race", flow, Cancel)).StatusCode.Should().Be(HttpStatusCode.OK);

        var lost = await admin.PutAsJsonAsync("/api/v1/definitions/lost-race", flow, Cancel);
        var broken = await admin.PutAsJsonAsync("/api/v1/definitions/other", new { document = JsonDocument.Parse("{}").RootElement }, Cancel);

        lost.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await lost.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("happened").GetProperty("latest").GetProperty("version").GetInt32().Should().Be(1);
        broken.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await broken.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("where").GetString().Should().NotBeNullOrEmpty();
    }

    private static async Task<List<string>> Keys(HttpClient client, string list, int take)
    {
        var keys = new List<string>();
        string? after = null;
        do
        {
            var page = await client.GetFromJsonAsync<JsonElement>($"{list}?take={take}&after={Uri.EscapeDataString(after ?? "")}", Cancel);
            keys.AddRange(page.GetProperty("items").EnumerateArray().Select(row => (row.TryGetProperty("code", out var code) ? code : row.GetProperty("definitionId")).GetString()!));
            after = page.GetProperty("next").GetString();
        }
        while (after is not null);

        return keys;
    }
}
