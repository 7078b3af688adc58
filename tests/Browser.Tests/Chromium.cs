using Browser.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Browser.Tests;

/// <summary>The machine's Chromium, started once for all tests; where there is none they are skipped, and say so.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] UsualPlaces = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Program() is { } program)
        {
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = program,
                Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            });
        }
    }

    /// <summary>A window of its own cookies.</summary>
    public async Task<IPage> Open(string language, int width, int height)
    {
        Assert.SkipWhen(browser is null, "Chromium was not found: install the Debian package chromium-headless-shell, or name it in the environment variable CHROMIUM.");
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = language,
            ViewportSize = new ViewportSize { Width = width, Height = height },

            // Without a graphics card every frame of a movement is painted by the processor that the service needs too.
            ReducedMotion = ReducedMotion.Reduce,
        });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    private static string? Program() =>
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : UsualPlaces.FirstOrDefault(File.Exists);
}
