using ApprovalEngine.Host.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Host.Tests.Api;

public sealed class Behind_a_proxy
{
    [Theory]
    [InlineData("127.0.0.1", "203.0.113.7")]
    [InlineData("127.0.0.0/8", "203.0.113.7")]
    [InlineData("10.0.0.1", "127.0.0.1")]
    [InlineData(null, "127.0.0.1")]
    public async Task a_visitor_is_who_a_known_proxy_says(string? proxy, string visitor)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(proxy is null ? [] : [new("Proxies:0", proxy)]);
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseProxies();
        app.MapGet("/", (HttpContext context) => context.Connection.RemoteIpAddress!.ToString());
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");

        (await client.GetStringAsync(new Uri(app.Urls.Single()), TestContext.Current.CancellationToken)).Should().Be(visitor);
    }
}
