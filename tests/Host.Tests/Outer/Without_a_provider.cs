using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ApprovalEngine.Host.Commands;
using ApprovalEngine.Host.Identity.Outer;
using Host.Tests.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Host.Tests.Outer;

public sealed class Without_a_provider(RunningHost host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task nothing_speaks_of_one()
    {
        using var nobody = host.Anonymous();
        using var admin = await host.As("admin");

        (await nobody.GetStringAsync("/", Cancel)).Should().NotContain("sign-in/provider");
        foreach (var address in new[] { "/sign-in/provider", "/sign-in/provider/back" })
        {
            (await admin.GetAsync(address, Cancel)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        }

        (await admin.GetFromJsonAsync<JsonElement>("/api/v1/me", Cancel)).GetProperty("provider").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task that_answers_people_are_told_and_keep_their_way_back()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddHttpContextAccessor().AddAuthentication().AddCookie(IdentityConstants.ApplicationScheme).AddOuter(Settings("http://127.0.0.1:9/", "approval"), CookieSecurePolicy.SameAsRequest);
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapOuter();
        await app.StartAsync(Cancel);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };

        var answer = await client.GetAsync("/sign-in/provider?returnUrl=%2Foffice%2Finbox", Cancel);

        answer.Headers.Location!.ToString().Should().Be("/?refused=Unreachable&returnUrl=%2Foffice%2Finbox");
    }

    [Theory]
    [InlineData("http://provider.example/", "approval")]
    [InlineData("provider.example", "approval")]
    [InlineData("https://provider.example/", "")]
    public void that_can_be_used_the_service_does_not_start(string authority, string clientId)
    {
        var read = () => OuterProvider.Of(Settings(authority, clientId));

        read.Should().Throw<BadInputException>().WithMessage("Oidc__*");
    }

    private static IConfiguration Settings(string authority, string clientId) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["Oidc:Authority"] = authority, ["Oidc:ClientId"] = clientId }).Build();
}
