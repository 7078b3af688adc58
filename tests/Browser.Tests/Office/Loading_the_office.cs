using Host.Tests.Api;

namespace Browser.Tests.Office;

/// <summary>What travels when the office is opened, as the browser counts it (ui.md, "Sizes at first load").</summary>
public sealed class Loading_the_office(RunningHost host, Chromium chromium) : BrowserTest(host, chromium)
{
    private const double FirstLoad = 3_700_000;
    private const double Reload = 50_000;

    [Fact]
    public async Task keeps_to_its_budget_at_first_and_when_it_is_known()
    {
        var bytes = 0.0;
        var network = await Page.Context.NewCDPSessionAsync(Page);
        await network.SendAsync("Network.enable");
        network.Event("Network.loadingFinished").OnEvent += (_, finished) => bytes += finished!.Value.GetProperty("encodedDataLength").GetDouble();
        await SignInTo("/office/inbox", "zhang.qiang");
        await Opened();
        var first = bytes;

        bytes = 0;
        await Page.ReloadAsync();
        await Opened();

        TestContext.Current.SendDiagnosticMessage($"first load {first:0} bytes, reload {bytes:0} bytes");
        first.Should().BeInRange(1_000_000, FirstLoad);
        bytes.Should().BeLessThan(Reload);
    }

    /// <summary>The page stands, and what comes after the first paint has come too.</summary>
    private async Task Opened()
    {
        await Page.WaitForSelectorAsync(".tabs .count:not(:empty)");
        await Page.WaitForTimeoutAsync(500);
    }
}
