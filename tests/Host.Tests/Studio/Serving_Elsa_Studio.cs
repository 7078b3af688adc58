using System.Net;
using System.Net.Http.Headers;
using ApprovalEngine.Host.Studio;
using Host.Tests.Api;
using Microsoft.Extensions.DependencyInjection;

namespace Host.Tests.Studio;

public sealed class Serving_Elsa_Studio(RunningHost host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("definitions", "elsa-workflow-definition-list")]
    [InlineData("definitions/three-certs/edit", "elsa-workflow-definition-editor")]
    [InlineData("instances", "elsa-workflow-instance-list")]
    [InlineData("instances/some-case/view", "elsa-workflow-instance-viewer")]
    public async Task has_a_page_for_each_element_to_which_signing_in_leads_back(string path, string element)
    {
        await Fetched();
        using var browser = new Browser(host.Address);
        var asked = await browser.Get($"/studio/workflows/{path}");

        var signedIn = await browser.SubmitSignIn(asked.Headers.Location!, "admin", RunningHost.Password);

        signedIn.Headers.Location!.ToString().Should().EndWith($"/studio/workflows/{path}");
        var page = await browser.Get(signedIn.Headers.Location!.ToString());
        page.StatusCode.Should().Be(HttpStatusCode.OK);
        (await page.Content.ReadAsStringAsync(Cancel)).Should().Contain("<base href=\"/studio/\">").And.Contain($"data-element=\"{element}\"")
            .And.MatchRegex("data-token=\"[^\"]{20,}\"").And.Contain("Elsa Studio：英文专家工具");
    }

    [Fact]
    public async Task opens_only_what_Studio_needs_of_the_content_security_policy()
    {
        using var admin = await host.As("admin");

        var page = await admin.GetAsync("/studio/workflows/definitions", Cancel);

        page.Headers.GetValues("Content-Security-Policy").Single().Should()
            .Contain("default-src 'self'").And.Contain("script-src 'self' 'wasm-unsafe-eval'").And.Contain("base-uri 'self'").And.NotContain("'unsafe-eval'").And.NotContain("http")
            .And.NotMatchRegex("script-src[^;]*unsafe-inline");
    }

    [Fact]
    public async Task sends_files_compressed_and_for_good_where_their_name_says_so()
    {
        await Fetched();
        using var admin = await host.As("admin");
        admin.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, br");

        var plain = await admin.GetAsync("/studio/_framework/blazor.webassembly.js", Cancel);
        var forever = await admin.GetAsync("/studio/_framework/icudt.oh1zvcfom8.dat", Cancel);

        plain.Content.Headers.ContentEncoding.Should().Equal("br");
        plain.Headers.Vary.Should().Contain("Accept-Encoding");
        plain.Headers.CacheControl!.NoCache.Should().BeTrue();
        plain.Content.Headers.ContentType!.MediaType.Should().Be("text/javascript");
        forever.Content.Headers.ContentType!.MediaType.Should().Be("application/octet-stream");
        forever.Headers.CacheControl!.ToString().Should().Contain("immutable");

        using var again = new HttpRequestMessage(HttpMethod.Get, "/studio/_framework/blazor.webassembly.js") { Headers = { IfNoneMatch = { plain.Headers.ETag! } } };
        (await admin.SendAsync(again, Cancel)).StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task sends_the_plain_file_to_who_does_not_take_brotli()
    {
        await Fetched();
        using var admin = await host.As("admin");
        admin.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br", 0));

        var answer = await admin.GetAsync("/studio/_framework/blazor.webassembly.js", Cancel);

        answer.Content.Headers.ContentEncoding.Should().BeEmpty();
        (await answer.Content.ReadAsStringAsync(Cancel)).Should().Contain("Blazor");
    }

    [Theory]
    [InlineData("index.html")]
    [InlineData("package.json")]
    [InlineData("_framework/dotnet.js.br")]
    [InlineData("_content/Elsa.Studio.Workflows.Designer/designer.entry.js.map")]
    [InlineData("%2e%2e/fetch.lock")]
    public async Task keeps_back(string file)
    {
        await Fetched();
        using var admin = await host.As("admin");

        (await admin.GetAsync($"/studio/{file}", Cancel)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task overrides_the_packages_own_settings()
    {
        await Fetched();
        using var admin = await host.As("admin");

        (await admin.GetStringAsync("/studio/appsettings.json", Cancel)).Should().Be("{}");
    }

    [Fact]
    public async Task tells_who_is_no_administrator()
    {
        using var reviewer = await host.As("li.na");

        var page = await reviewer.GetAsync("/studio/workflows/definitions", Cancel);

        page.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await page.Content.ReadAsStringAsync(Cancel)).Should().Contain("您不是管理员");
        (await reviewer.GetAsync("/studio/_framework/dotnet.js", Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    /// <summary>Waits for the package; where it cannot be had the test says so instead of passing.</summary>
    private async Task Fetched()
    {
        var home = host.Services.GetRequiredService<StudioHome>();
        while (home.IsFetching)
        {
            await Task.Delay(100, Cancel);
        }

        Assert.SkipWhen(home.Files is null, $"Elsa Studio could not be had: {home.Trouble}");
    }
}
