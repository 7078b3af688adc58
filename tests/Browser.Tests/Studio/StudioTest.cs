using ApprovalEngine.Host.Studio;
using Host.Tests.Api;
using Microsoft.Extensions.DependencyInjection;

namespace Browser.Tests.Studio;

/// <summary>Base of tests that drive the real Elsa Studio.</summary>
public abstract class StudioTest(RunningHost host, Chromium chromium) : BrowserTest(host, chromium)
{
    protected override (int Width, int Height) Window => (1920, 1080);

    public override async ValueTask InitializeAsync()
    {
        var home = Host.Services.GetRequiredService<StudioHome>();
        while (home.IsFetching)
        {
            await Task.Delay(100, Cancel);
        }

        Assert.SkipWhen(home.Files is null, $"Elsa Studio could not be had: {home.Trouble}");
        await base.InitializeAsync();
    }
}
