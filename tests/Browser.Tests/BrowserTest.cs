using Host.Tests.Api;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>A person at a browser of their own, and what the browser complained about.</summary>
public abstract class BrowserTest(RunningHost host, Chromium chromium) : IAsyncLifetime
{
    private readonly List<string> complaints = [];

    protected RunningHost Host => host;

    protected IPage Page { get; private set; } = null!;

    /// <summary>What breaks a page without anybody seeing it: blocked scripts and unhandled errors.</summary>
    protected IEnumerable<string> Complaints => complaints.Where(text =>
        text.Contains("Content Security Policy", StringComparison.Ordinal) || text.Contains("nhandled", StringComparison.Ordinal));

    /// <summary>What was said so far counts no more.</summary>
    protected void ForgetComplaints() => complaints.Clear();

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected virtual (int Width, int Height) Window => (1440, 900);

    public virtual async ValueTask InitializeAsync()
    {
        Page = await chromium.Open("zh-CN", Window.Width, Window.Height);
        Page.SetDefaultTimeout(60_000);
        Page.Console += (_, message) => complaints.Add(message.Text);
        Page.PageError += (_, error) => complaints.Add($"Unhandled: {error}");
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (Page is not null)
        {
            if (TestContext.Current.TestState?.Result == TestResult.Failed)
            {
                await Tell();
            }

            await Page.Context.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>What a person would have seen when the test failed.</summary>
    private async Task Tell()
    {
        var output = TestContext.Current.TestOutputHelper;
        output?.WriteLine($"At {Page.Url}:");
        output?.WriteLine(await Page.InnerTextAsync("body", new() { Timeout = 5_000 }));
        complaints.ForEach(complaint => output?.WriteLine(complaint));
    }

    /// <summary>Waits for an address that ends with a pattern, and answers with it. Looked at in the page: WaitForURLAsync misses a navigation that comes between its looking and its listening.</summary>
    protected async Task<Uri> Arrive(string pattern)
    {
        await Page.WaitForFunctionAsync("pattern => new RegExp(pattern + '$').test(location.href)", pattern);
        return new Uri(await Page.EvaluateAsync<string>("() => location.href"));
    }

    /// <summary>Asks for a page and signs in on the way.</summary>
    protected async Task SignInTo(string path, string userName = "admin")
    {
        await Page.GotoAsync(new Uri(host.Address, path).ToString());
        await Page.FillAsync("#user", userName);
        await Page.FillAsync("#password", RunningHost.Password);
        await Page.PressAsync("#password", "Enter");
    }
}
