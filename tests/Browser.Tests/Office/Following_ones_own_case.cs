using System.Net.Http.Json;
using System.Text.Json;
using Deque.AxeCore.Playwright;
using Host.Tests.Api;

namespace Browser.Tests.Office;

/// <summary>An applicant with a telephone: progress, then a judgement; no script runs on these pages.</summary>
public sealed class Following_ones_own_case(RunningHost host, Chromium chromium) : BrowserTest(host, chromium)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("APPROVAL_SCREENSHOTS");

    protected override (int Width, int Height) Window => (390, 844);

    [Fact]
    public async Task on_the_telephone_from_the_receipt_to_the_judgement()
    {
        var (number, code) = await Ended();
        await Page.GotoAsync(new Uri(Host.Address, "/progress").ToString());
        await Looks("progress");

        await Page.FillAsync("#number", number.ToLowerInvariant());
        await Page.FillAsync("#code", code);
        await Page.ClickAsync("main button");
        await Page.GetByText("准予").WaitForAsync();
        await Looks("progress-closed");
        await Page.ClickAsync("text=评价本次服务");

        // The reason is asked for only once a bad grade is chosen.
        (await Page.Locator("#reason").IsVisibleAsync()).Should().BeFalse();
        await Page.CheckAsync("input[value=Dissatisfied]");
        await Page.FillAsync("#reason", "等了太久");
        await Looks("rate");
        await Page.ClickAsync("main button");
        await Page.GetByText("评价已收到").WaitForAsync();
        await Looks("rated");
        await Page.GotoAsync(new Uri(Host.Address, "/guide/YC-BDC-0004").ToString());
        await Looks("guide-item");
    }

    private async Task Looks(string name)
    {
        // The answer to a form is there before its style is.
        await Page.WaitForLoadStateAsync();
        Complaints.Should().BeEmpty(name);
        (await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(Window.Width);
        (await Page.EvaluateAsync<int>("() => Math.min(...[...document.querySelectorAll('main a, main button, main input:not([type=hidden], [type=radio]), .places a')].map(one => one.getBoundingClientRect().height))"))
            .Should().BeGreaterThanOrEqualTo(44, $"{name} is used with a thumb");
        string.Join('\n', (await Page.RunAxe()).Violations.Select(violation => $"{name} {violation.Id}: {violation.Help} {violation.Nodes[0].Html}")).Should().BeEmpty();

        // The checker reads style sheets through style elements of its own, which the page's policy refuses and the console then tells.
        ForgetComplaints();
        if (Folder is not null)
        {
            Directory.CreateDirectory(Folder);
            await Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"public-{name}.png"), FullPage = true });
        }
    }

    private async Task<(string Number, string Code)> Ended()
    {
        using var clerk = await Host.As("wang.wei");
        var moved = await (await clerk.PostAsJsonAsync(
            "/api/v1/cases", new { item = "YC-DA-0001", applicant = new { kind = "Person", name = "王" }, form = new { fileNumber = "2026-0001" } }, Cancel)).Content.ReadFromJsonAsync<JsonElement>(Cancel);
        foreach (var outcome in new[] { "Accepted", "Verified", "Complete" })
        {
            moved = await (await clerk.PostAsJsonAsync($"/api/v1/tasks/{moved.GetProperty("openTasks")[0]}/complete", new { outcome }, Cancel)).Content.ReadFromJsonAsync<JsonElement>(Cancel);
        }

        var view = await clerk.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{moved.GetProperty("caseId")}", Cancel);
        return (view.GetProperty("case").GetProperty("caseNo").GetString()!, view.GetProperty("inquiry").GetProperty("code").GetString()!);
    }
}
