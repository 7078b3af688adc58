using System.Net.Http.Json;
using System.Text.Json;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Host.Tests.Api;

namespace Browser.Tests.Office;

/// <summary>
/// Every page of the office: nothing for the checker of accessibility to say, nothing wider than the window, in light and dark, on a desk
/// and on a phone. With APPROVAL_SCREENSHOTS the pictures are kept there, full, empty and failing, in all three languages. A person looks at
/// all of theirs in one browser, as people do: the program is loaded once.
/// </summary>
public sealed class Looking_at_every_page(RunningHost host, Chromium chromium) : BrowserTest(host, chromium)
{
    private static readonly (string Name, int Width, int Height)[] Sizes = [("desk", 1440, 900), ("phone", 390, 844)];
    private static readonly string[] Themes = ["light", "dark"];
    private static readonly string[] Languages = ["zh-Hans", "zh-Hant", "en"];

    /// <summary>To tell also of what is right takes the checker longer than to find what is wrong.</summary>
    private static readonly AxeRunOptions Everything = new() { ResultTypes = [ResultType.Violations] };

    /// <summary>All that light and dark can make different: the page is the same in both.</summary>
    private static readonly AxeRunOptions Colours = new() { ResultTypes = [ResultType.Violations], RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } };

    private static readonly string? Folder = Environment.GetEnvironmentVariable("APPROVAL_SCREENSHOTS");

    [Theory]
    [InlineData(
        "xu.lei", "inbox /office/inbox?tab=claimable&task={task}", "intake /office/intake", "intake-form /office/intake?item=YC-SCJG-0002", "acceptance /office/intake?case={case}&task={task}", "cases /office/cases",
        "receipt /office/cases/{case}/receipt", "notice /office/cases/{case}/notice", "absence /office/absence", "account /office/account", "inbox-done /office/inbox?tab=done", "nowhere /office/nowhere")]
    [InlineData("supervisor", "case /office/cases/{case}", "alerts /office/alerts?alert={alert}")]
    [InlineData("head.centre", "work /office/tasks")]
    [InlineData(
        "auditor", "board /office/board", "ratings /office/ratings", "report /office/report", "report-months /office/report?by=month&from=2026-01-01", "report-compared /office/report?by=item&compare=year&sort=-onTimeRate&from=2026-01-01", "report-pivot /office/report?by=person&across=month&from=2026-01-01&figure=onTimeRate", "report-cases /office/report/cases?figure=open&from=2026-01-01&to=2099-12-31", "figures /office/figures")]
    [InlineData(
        "admin", "organisation /office/admin/organisation?unit=YC-DA", "person /office/admin/people/xu.lei", "flows /office/admin/flows", "flow /office/admin/flows/three-certs",
        "incidents /office/admin/incidents", "calendars /office/admin/calendars?year=2026", "calendar-change /office/admin/calendars/change?year=2026",
        "flow-move /office/admin/flows/three-certs/move", "items /office/admin/items", "item /office/admin/items/YC-SCJG-0002", "jobs /office/admin/jobs", "keys /office/admin/keys", "acts /office/acts", "levels /office/levels", "import /office/admin/import", "item-new /office/admin/items/new", "person-new /office/admin/people/new?unit=YC-DA")]
    public async Task finds_it_readable_for_everybody(string user, params string[] pages)
    {
        var said = new List<string>();
        for (var at = 0; at < pages.Length; at++)
        {
            var (name, address) = (pages[at].Split(' ')[0], await Filled(pages[at].Split(' ')[1]));
            await Page.SetViewportSizeAsync(Window.Width, Window.Height);
            await (at == 0 ? SignInTo(address, user) : GoOnTo(address));
            await Shown();
            Complaints.Should().BeEmpty(name);
            await Check(name, said);
            await KeepOtherStates(name);

            // The checker reads style sheets through style elements of its own, which the page's policy refuses and the console then tells.
            ForgetComplaints();
        }

        string.Join('\n', said).Should().BeEmpty();
    }

    private async Task Check(string name, List<string> said)
    {
        foreach (var (size, width, height) in Sizes)
        {
            await Page.SetViewportSizeAsync(width, height);
            (await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width, $"{name} fits the {size}");
            foreach (var theme in Themes)
            {
                await Page.EvaluateAsync("theme => document.documentElement.setAttribute('data-theme', theme)", theme);
                await Keep($"{name}-{size}-{theme}");
                said.AddRange((await Page.RunAxe(theme == Themes[0] ? Everything : Colours)).Violations.Select(violation => $"{name} {size} {theme} {Said(violation)}"));
            }
        }
    }

    private static string Said(AxeResultItem violation) => $"{violation.Id}: {violation.Help} ({string.Join(", ", violation.Nodes.Take(3).Select(node => node.Html.Length > 160 ? node.Html[..160] : node.Html))})";

    /// <summary>Other languages, and what the page says when nothing is there or the server fails; only for those who look.</summary>
    private async Task KeepOtherStates(string name)
    {
        if (Folder is null)
        {
            return;
        }

        await Page.EvaluateAsync("() => document.documentElement.setAttribute('data-theme', 'light')");
        var here = Page.Url;
        foreach (var language in Languages.Skip(1))
        {
            await Page.GotoAsync(new Uri(Host.Address, $"/language/{language}?returnUrl={Uri.EscapeDataString(new Uri(here).PathAndQuery)}").ToString());
            await Shown();
            foreach (var (size, width, height) in Sizes)
            {
                await Page.SetViewportSizeAsync(width, height);
                await Keep($"{name}-{size}-{language}");
            }
        }

        // Figures, levels and calendars are never nothing: a page of them has no empty state. The page of items asks for fewer than the office does,
        // which goes on knowing what each is called.
        foreach (var (state, status, body, figures) in new[]
        {
            ("empty", 200, """{"items":[],"next":null}""", ""),
            ("failing", 503, """{"status":503,"code":"DatabaseUnavailable","traceId":"00-4bf92f3577b34da6a3ce929d0e0e4736-00"}""", @"|levels|calendars(/\d+)?|statistics|statistics/(figures/.*|satisfaction)"),
        })
        {
            await Page.RouteAsync(new System.Text.RegularExpressions.Regex($"/api/v1/(tasks(/claimable|/done|/overseen)?|copies|cases|alerts|items(?=[?]take=50)|organisation/(people|absences)|definitions|incidents|audit/events|jobs|outbox/dead-letters|keys|statistics/ratings{figures})([?].*)?$"), route => route.FulfillAsync(new() { Status = status, ContentType = "application/json", Body = body }));
            await Page.ReloadAsync();
            await Shown();
            await Keep($"{name}-{state}");
            await Page.UnrouteAllAsync();
        }

        await Page.GotoAsync(new Uri(Host.Address, $"/language/{Languages[0]}?returnUrl={Uri.EscapeDataString(new Uri(here).PathAndQuery)}").ToString());
        await Shown();
    }

    /// <summary>By the office's own navigation, which keeps the program; what the page loads it has asked for when this comes back.</summary>
    private async Task GoOnTo(string address) =>
        await Page.EvaluateAsync("address => { Blazor.navigateTo(address); return new Promise(shown => setTimeout(shown, 100)); }", address);

    private async Task Shown()
    {
        await Page.WaitForSelectorAsync(".rail a");

        // What answers the question before stands there dimmed until the new answer comes, and then brightens.
        await Page.WaitForFunctionAsync("""
            () => !document.querySelector('.content .skeleton, .content [aria-busy="true"]') && [...document.querySelectorAll('.content .answer')].every(one => getComputedStyle(one).opacity === '1')
            """);
    }

    private async Task Keep(string name)
    {
        if (Folder is not null)
        {
            Directory.CreateDirectory(Folder);
            await Page.WaitForTimeoutAsync(200);
            await Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png") });
        }
    }

    /// <summary>Puts a case with a task and an alert into the address.</summary>
    private async Task<string> Filled(string address)
    {
        if (!address.Contains('{', StringComparison.Ordinal))
        {
            return address;
        }

        using var clerk = await Host.As("xu.lei");
        var received = await (await clerk.PostAsJsonAsync(
            "/api/v1/cases",
            new
            {
                item = "YC-BDC-0004",
                applicant = new { kind = "Person", name = "欧阳·买买提", number = "51010619030808003X", phone = "13800138000" },
                form = new { address = "天府大道3号" },
            },
            Cancel)).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Cancel);
        var (caseId, task) = (received.GetProperty("caseId").GetString()!, received.GetProperty("openTasks")[0].GetString()!);
        if (address.EndsWith("/notice", StringComparison.Ordinal))
        {
            (await clerk.PostAsJsonAsync($"/api/v1/tasks/{task}/complete", new { outcome = "NotAccepted", opinion = "不属于本中心受理范围，请到税务部门办理。" }, Cancel)).EnsureSuccessStatusCode();
            return address.Replace("{case}", caseId, StringComparison.Ordinal);
        }

        if (!address.Contains("{task}", StringComparison.Ordinal))
        {
            (await clerk.PostAsJsonAsync($"/api/v1/tasks/{task}/complete", new { outcome = "Accepted" }, Cancel)).EnsureSuccessStatusCode();
        }

        using var supervisor = await Host.As("supervisor");
        var alert = await (await supervisor.PostAsJsonAsync("/api/v1/alerts", new { caseId, reason = "清单之外收费" }, Cancel)).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Cancel);
        return address.Replace("{case}", caseId, StringComparison.Ordinal).Replace("{task}", task, StringComparison.Ordinal)
            .Replace("{alert}", alert.GetProperty("alert").GetProperty("alertId").GetRawText(), StringComparison.Ordinal);
    }
}
