using System.Net;
using ApprovalEngine.Host.Server;
using ApprovalEngine.Host.Studio;
using Host.Tests.Api;
using Microsoft.Extensions.DependencyInjection;

namespace Host.Tests.Studio;

public sealed class Without_Elsa_Studio(RunningHost host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task its_page_says_how_to_get_it_and_all_else_works()
    {
        using var cache = new TemporaryFolder();
        Directory.CreateDirectory(cache.Path);
        await File.WriteAllTextAsync(Path.Combine(cache.Path, StudioPackage.Package.FileName), "not the package", Cancel);
        var app = host.BuildAnother(cache.Path);
        await app.StartAsync(Cancel);
        var home = app.Services.GetRequiredService<StudioHome>();
        while (!app.Services.GetRequiredService<StartUp>().IsDone || home.IsFetching)
        {
            await Task.Delay(50, Cancel);
        }

        using var browser = new Browser(new Uri(app.Urls.Single()));
        await browser.SubmitSignIn(new Uri("/", UriKind.Relative), "admin", RunningHost.Password);
        var page = await browser.Get("/studio/workflows/definitions");

        page.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await page.Content.ReadAsStringAsync(Cancel)).Should().Contain($"npm pack {StudioPackage.Package.Name}@{StudioPackage.Version}").And.Contain(cache.Path).And.Contain("checksum")
            .And.NotContain("blazor.webassembly");
        (await browser.Get("/studio/_framework/dotnet.js")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await browser.Get("/api/v1/definitions")).StatusCode.Should().Be(HttpStatusCode.OK);
        await app.StopAsync(Cancel);
    }
}
