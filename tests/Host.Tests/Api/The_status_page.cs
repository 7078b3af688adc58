using System.Net;

namespace Host.Tests.Api;

public sealed class The_status_page(RunningHost host)
{
    [Theory]
    [InlineData("zh-CN", "政务服务审批后台")]
    [InlineData("zh-TW", "政務服務審批後台")]
    [InlineData("en-GB", "The approval back office")]
    public async Task speaks_three_languages(string language, string heading)
    {
        using var visitor = host.Anonymous();
        visitor.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        var page = await visitor.GetStringAsync("/", TestContext.Current.CancellationToken);

        page.Should().Contain(heading).And.Contain("href=\"scalar\"").And.Contain("href=\"openapi/v1.json\"");
    }

    [Fact]
    public async Task carries_headers_that_allow_nothing_from_elsewhere()
    {
        using var visitor = host.Anonymous();

        var answer = await visitor.GetAsync("/", TestContext.Current.CancellationToken);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("default-src 'self'").And.NotContain("unsafe");
        answer.Headers.GetValues("X-Content-Type-Options").Single().Should().Be("nosniff");
        answer.Headers.GetValues("X-Frame-Options").Single().Should().Be("DENY");
    }
}
