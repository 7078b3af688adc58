using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace ApprovalEngine.Benchmarks.Office;

/// <summary>The blank Blazor program (folder Blank, published by tests/bench), served as the office is: compressed, with fingerprints that browsers keep.</summary>
internal sealed class BlankApp : IAsyncDisposable
{
    private readonly WebApplication host;

    private BlankApp(WebApplication host) => this.host = host;

    /// <summary>Where it is.</summary>
    public string Address => host.Urls.Single();

    /// <summary>Serves what the build published.</summary>
    public static async Task<BlankApp> StartAsync()
    {
        var folder = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../Blank/bin/published"));
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = folder, WebRootPath = Path.Combine(folder, "wwwroot") });
        builder.Logging.ClearProviders();
        var host = builder.Build();
        host.Urls.Add("http://127.0.0.1:0");
        host.MapStaticAssets(Path.Combine(folder, "Blank.staticwebassets.endpoints.json"));
        host.MapFallbackToFile("index.html");
        await host.StartAsync();
        return new BlankApp(host);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        await host.DisposeAsync();
    }
}
