using ApprovalEngine.Benchmarks.Product;
using Microsoft.Playwright;

namespace ApprovalEngine.Benchmarks.Office;

/// <summary>How much the browser computes until a page stands, as its own main thread counts it (ui.md: to the first data row, warm).</summary>
internal static class StartUpCpu
{
    private const int Rounds = 7;

    private static readonly string[] Browsers = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>The office's inbox beside the blank program, in turn; medians.</summary>
    /// <param name="office">Address of the host.</param>
    /// <param name="userName">A demo person with tasks.</param>
    /// <returns>Seconds of either; null where there is no browser.</returns>
    public static async Task<(double Office, double Blank)?> MeasureAsync(Uri office, string userName)
    {
        if ((Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : Array.Find(Browsers, File.Exists)) is not { } program)
        {
            return null;
        }

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
        await using var blank = await BlankApp.StartAsync();
        await using var context = await browser.NewContextAsync(new() { Locale = "zh-CN" });
        await SignInAsync(context, new Uri(office, "/office/inbox"), userName);
        var (ours, bare) = (new List<double>(), new List<double>());
        for (var round = -1; round < Rounds; round++)
        {
            var (first, second) = (await OpenAsync(context, new Uri(office, "/office/inbox").ToString(), ".tabs .count:not(:empty)"), await OpenAsync(context, blank.Address, "#done"));
            if (round >= 0)
            {
                ours.Add(first);
                bare.Add(second);
            }
        }

        ours.Sort();
        bare.Sort();
        return (ours[Rounds / 2], bare[Rounds / 2]);
    }

    private static async Task SignInAsync(IBrowserContext context, Uri page, string userName)
    {
        var window = await context.NewPageAsync();
        await window.GotoAsync(page.ToString());
        await window.Locator("#user").FillAsync(userName);
        await window.Locator("#password").FillAsync(ProductCentre.Password);
        await window.Keyboard.PressAsync("Enter");
        await window.WaitForURLAsync("**/office/inbox*");
        await window.CloseAsync();
    }

    private static async Task<double> OpenAsync(IBrowserContext context, string address, string sign)
    {
        var page = await context.NewPageAsync();
        var devTools = await context.NewCDPSessionAsync(page);
        await devTools.SendAsync("Performance.enable", new() { ["timeDomain"] = "threadTicks" });
        await page.GotoAsync(address);
        await page.Locator(sign).First.WaitForAsync();
        var metrics = (await devTools.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics");
        await page.CloseAsync();
        return metrics.EnumerateArray().Single(metric => metric.GetProperty("name").GetString() == "TaskDuration").GetProperty("value").GetDouble();
    }
}
