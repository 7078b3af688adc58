using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Organisation;

namespace Host.Tests.Api;

public sealed class The_office(RunningHost host)
{
    /// <summary>Bytes of the first load, all compressed (ui.md, "Sizes at first load").</summary>
    private const long Budget = 3_700_000;

    private static readonly string Published = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task is_opened_by_those_who_sign_in_and_leads_there()
    {
        using var browser = new Browser(host.Address);
        var asked = await browser.Get("/office/inbox?tab=done");
        asked.StatusCode.Should().Be(HttpStatusCode.Redirect);

        var answer = await browser.SubmitSignIn(asked.Headers.Location!, "li.na", RunningHost.Password);

        answer.Headers.Location!.ToString().Should().EndWith("/office/inbox?tab=done");
        var page = await browser.Get("/office/inbox?tab=done");
        page.StatusCode.Should().Be(HttpStatusCode.OK);
        page.Headers.GetValues("Permissions-Policy").Single().Should().Contain("camera=self", "papers are scanned there").And.Contain("microphone=()");
        page.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("script-src 'self' 'wasm-unsafe-eval';").And.Contain("style-src-elem 'self';").And.NotContain("'unsafe-eval'");
    }

    [Fact]
    public async Task is_where_one_arrives_when_no_page_was_asked_for()
    {
        using var browser = new Browser(host.Address);

        var answer = await browser.SubmitSignIn(new Uri("/", UriKind.Relative), "li.na", RunningHost.Password);

        answer.Headers.Location!.ToString().Should().EndWith("/office");
    }

    [Theory]
    [InlineData("organisation/names", true)]
    [InlineData("organisation/units?take=200", true)]
    [InlineData("items?take=200", true)]
    [InlineData("me", false)]
    [InlineData("tasks", false)]
    public async Task gets_names_compressed_and_nothing_that_could_bear_a_secret(string list, bool isCompressed)
    {
        using var clerk = await host.As("xu.lei");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/{list}");
        request.Headers.AcceptEncoding.Add(new("br"));

        using var answer = await clerk.SendAsync(request, Cancel);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentEncoding.Should().Equal(isCompressed ? ["br"] : []);
    }

    [Fact]
    public async Task comes_compressed_and_within_its_budget()
    {
        using var browser = host.Anonymous();
        browser.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        var total = 0L;
        foreach (var file in FirstLoad())
        {
            var answer = await browser.GetAsync(file, Cancel);

            answer.StatusCode.Should().Be(HttpStatusCode.OK, file);
            answer.Content.Headers.ContentEncoding.Should().Equal(["br"], file);
            total += (await answer.Content.ReadAsByteArrayAsync(Cancel)).Length;
        }

        total.Should().BeInRange(1_000_000, Budget);
    }

    [Fact]
    public async Task signs_in_again_without_leaving_the_page()
    {
        using var browser = new Browser(host.Address);

        (await browser.Post("/api/v1/session", JsonContent.Create(new { userName = "li.na", password = "wrong" }))).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await browser.Post("/api/v1/session", JsonContent.Create(new { userName = "li.na", password = RunningHost.Password }))).StatusCode.Should().Be(HttpStatusCode.NoContent);

        var me = await (await browser.Get("/api/v1/me")).Content.ReadFromJsonAsync<JsonElement>(Cancel);
        me.GetProperty("displayName").GetString().Should().Be("李娜");
        me.GetProperty("zone").GetString().Should().Be("Asia/Shanghai");
    }

    [Fact]
    public async Task is_told_of_a_new_case_in_the_clerks_unit_and_nobody_elses()
    {
        using var clerk = await host.As("wang.wei");
        using var stranger = await host.As("zhou.na");
        await using var mine = await clerk.GetStreamAsync("/api/v1/events", Cancel);
        await using var others = await stranger.GetStreamAsync("/api/v1/events", Cancel);
        using var reader = new StreamReader(mine);
        using var elsewhere = new StreamReader(others);
        await ReadUntil(reader, line => line == "event: build");
        await ReadUntil(elsewhere, line => line == "event: build");

        var received = await clerk.PostAsJsonAsync("/api/v1/cases", Handing_in_a_case.Application, Cancel);

        received.StatusCode.Should().Be(HttpStatusCode.Created);
        var caseId = (await received.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("caseId").GetString()!;
        (await ReadUntil(reader, line => line.Contains(caseId, StringComparison.Ordinal))).Should().NotBeNull();
        var heard = ReadUntil(elsewhere, line => line.Contains(caseId, StringComparison.Ordinal));
        (await Task.WhenAny(heard, Task.Delay(TimeSpan.FromSeconds(3), Cancel))).Should().NotBe(heard);
    }

    [Fact]
    public async Task is_told_which_lists_changed_where_one_may_see_them()
    {
        using var admin = await host.As("admin");
        using var clerk = await host.As("wang.wei");
        await using var administrators = await admin.GetStreamAsync("/api/v1/events", Cancel);
        await using var clerks = await clerk.GetStreamAsync("/api/v1/events", Cancel);
        using var reader = new StreamReader(administrators);
        using var elsewhere = new StreamReader(clerks);
        await ReadUntil(reader, line => line == "event: build");
        await ReadUntil(elsewhere, line => line == "event: build");

        await host.AddPerson();

        (await ReadUntil(reader, IsOfPeople)).Should().StartWith("data: {\"areas\":[");
        (await admin.PostAsJsonAsync("/api/v1/organisation/posts", new PostView($"{Guid.NewGuid():N}", LocalText.Same("Post")), Cancel)).EnsureSuccessStatusCode();
        (await ReadUntil(elsewhere, line => IsOfPeople(line) || line.Contains("\"Units\"", StringComparison.Ordinal))).Should().Contain("\"Units\"").And.NotContain("\"People\"");

        static bool IsOfPeople(string line) => line.Contains("\"People\"", StringComparison.Ordinal);
    }

    [Fact]
    public async Task says_of_which_build_it_is_in_the_page_and_with_the_events()
    {
        using var clerk = await host.As("wang.wei");
        await using var events = await clerk.GetStreamAsync("/api/v1/events", Cancel);
        using var reader = new StreamReader(events);

        var build = (await ReadUntil(reader, line => line.StartsWith("data: ", StringComparison.Ordinal)))!["data: ".Length..];

        build.Should().HaveLength(16);
        (await clerk.GetStringAsync("/office", Cancel)).Should().Contain($"data-build=\"{build}\"");
    }

    private static async Task<string?> ReadUntil(StreamReader reader, Func<string, bool> wanted)
    {
        while (await reader.ReadLineAsync(Cancel) is { } line)
        {
            if (wanted(line))
            {
                return line;
            }
        }

        return null;
    }

    /// <summary>What a browser set to zh-Hans loads: of the shards and languages only its own.</summary>
    private static IEnumerable<string> FirstLoad() =>
        from path in Directory.EnumerateFiles(Published, "*", SearchOption.AllDirectories)
        let file = Path.GetRelativePath(Published, path)
        where Path.GetExtension(file) is not (".br" or ".gz" or ".map")
            && !file.Contains("icudt_EFIGS", StringComparison.Ordinal) && !file.Contains("icudt_no_CJK", StringComparison.Ordinal) && !file.Contains("zh-Hant", StringComparison.Ordinal) && !file.Contains("/en/", StringComparison.Ordinal)
            && !file.Contains("_content/MudBlazor", StringComparison.Ordinal) // comes with the first dialog
        select "/" + file;
}
