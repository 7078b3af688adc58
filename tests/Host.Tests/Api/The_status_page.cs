using System.Net;
using ApprovalEngine.Approval.Audit;
using Microsoft.Extensions.DependencyInjection;

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
    public async Task shows_the_last_seal_to_whoever_wants_to_keep_it()
    {
        using var nobody = await host.As("li.na");
        IReadOnlyList<Seal> made = [];
        while (made.Count == 0 && await host.Services.GetRequiredService<SealStore>().LastAsync(1, TestContext.Current.CancellationToken) is null)
        {
            made = await host.Services.GetRequiredService<Sealing>().SealAsync(1, TestContext.Current.CancellationToken);
        }

        var page = await nobody.GetStringAsync("/", TestContext.Current.CancellationToken);

        page.Should().MatchRegex("<code>[0-9a-f]{64}</code>");
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
