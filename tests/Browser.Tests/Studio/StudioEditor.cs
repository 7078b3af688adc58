using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Browser.Tests.Studio;

/// <summary>Elsa Studio's editor as a person uses it: everything by mouse and keyboard.</summary>
internal sealed partial class StudioEditor(IPage page)
{
    private const string Saves = "/elsa/api/workflow-definitions";

    private ILocator Buttons => page.Locator(".mud-toolbar button:visible");

    /// <summary>Waits until the flow is drawn, and shows all of it.</summary>
    public async Task Shown(string activity)
    {
        await Node(activity).WaitForAsync();
        await Assertions.Expect(page.Locator(".mud-toolbar .mud-switch-input")).ToBeCheckedAsync();

        // Studio centres the flow by itself a moment after it is drawn, which may undo ours.
        var attempts = 0;
        do
        {
            await Buttons.Nth(0).ClickAsync();
        }
        while (!await IsWhollyInView() && ++attempts < 20);
    }

    /// <summary>Ids of the activities on the canvas.</summary>
    public async Task<IReadOnlyList<string>> Activities() =>
        await page.Locator("[data-shape=elsa-activity]").EvaluateAllAsync<string[]>("nodes => nodes.map(node => node.getAttribute('data-cell-id'))");

    /// <summary>Types into an input of an activity, leaves it, and waits until that is saved.</summary>
    public Task Set(string activity, string input, string value) => Saved(() => Type(activity, input, value));

    /// <summary>Types into an input of an activity and leaves it.</summary>
    public async Task Type(string activity, string input, string value)
    {
        await Select(activity);
        var field = Input(input).Locator("input").First;
        await field.FillAsync(value);
        await field.PressAsync("Tab");
    }

    /// <summary>Adds a word to a list of words of an activity.</summary>
    public Task AddWord(string activity, string input, string word) => Saved(async () =>
    {
        await Select(activity);
        await Input(input).Locator("input").First.ClickAsync();
        await page.Keyboard.TypeAsync(word);
        await page.Keyboard.PressAsync("Enter");
    });

    /// <summary>Picks one of the choices that the server gives for an input of an activity.</summary>
    public Task Choose(string activity, string input, string choice) => Saved(async () =>
    {
        await Select(activity);
        await Input(input).ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = choice, Exact = true }).ClickAsync();
    });

    /// <summary>Runs one activity by itself.</summary>
    public async Task Test(string activity)
    {
        await Select(activity);
        await page.GetByRole(AriaRole.Tab, new() { Name = "Test", Exact = true }).ClickAsync();
        await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync(), answer => answer.Url.EndsWith("/tests/activities", StringComparison.Ordinal) && answer.Ok);
    }

    /// <summary>Names of the ports of an activity as they are drawn.</summary>
    public async Task<IReadOnlyList<string>> Ports(string activity) =>
        await Node(activity).Locator("[port]").EvaluateAllAsync<string[]>("ports => [...new Set(ports.map(port => port.getAttribute('port')))]");

    /// <summary>Drags an activity from the palette onto the canvas.</summary>
    /// <returns>The new activity's id.</returns>
    public async Task<string> Drop(string category, string activity, float x, float y)
    {
        var before = await Activities();
        await page.GetByText(category, new() { Exact = true }).ClickAsync();
        var item = page.GetByText(activity, new() { Exact = true });
        await item.ScrollIntoViewIfNeededAsync();
        await Saved(() => item.DragToAsync(page.Locator(".x6-graph").First, new() { TargetPosition = new() { X = x, Y = y } }));
        return (await Activities()).Except(before).Single();
    }

    /// <summary>Draws a connection.</summary>
    public async Task Connect(string source, string port, string target)
    {
        var (fromX, fromY) = await Centre(source, port);
        var (toX, toY) = await Centre(target, "In");
        await Saved(async () =>
        {
            await page.Mouse.MoveAsync(fromX, fromY);
            await page.Mouse.DownAsync();
            await page.Mouse.MoveAsync((fromX + toX) / 2, (fromY + toY) / 2, new() { Steps = 8 });
            await page.Mouse.MoveAsync(toX, toY, new() { Steps = 8 });
            await page.Mouse.UpAsync();
        });
    }

    /// <summary>Publishes what is on the canvas. Studio says so last of all; the answer to a save that it makes by itself is not taken for it, and a refusal is told at once.</summary>
    public async Task Publish()
    {
        var refused = new TaskCompletionSource<IResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(object? sender, IResponse answer)
        {
            if (IsSave(answer) && !answer.Ok)
            {
                refused.TrySetResult(answer);
            }
        }

        page.Response += Look;
        try
        {
            await Buttons.Nth(4).ClickAsync();
            var published = page.GetByText("Workflow published").WaitForAsync();
            if (await Task.WhenAny(published, refused.Task) == refused.Task)
            {
                Assert.Fail($"Refused with {refused.Task.Result.Status}: {await refused.Task.Result.TextAsync()}");
            }

            await published;
        }
        finally
        {
            page.Response -= Look;
        }
    }

    /// <summary>Looks at an earlier version by the history; the canvas shows it.</summary>
    public async Task View(int version)
    {
        await OpenHistory(version);
        await page.GetByText("View", new() { Exact = true }).ClickAsync();
        await page.GetByText($"Version {version}", new() { Exact = true }).WaitForAsync();
        await page.Locator("[data-shape=elsa-activity]").First.WaitForAsync();
    }

    /// <summary>Goes back to an earlier version by the history.</summary>
    public async Task RollBackTo(int version)
    {
        await OpenHistory(version);
        await page.RunAndWaitForResponseAsync(
            () => page.GetByText("Rollback to this version").ClickAsync(), answer => answer.Url.EndsWith($"/revert/{version}", StringComparison.Ordinal) && answer.Ok);
    }

    /// <summary>Runs the flow; Studio goes on to the instance.</summary>
    /// <returns>The instance's id.</returns>
    public async Task<string> Run()
    {
        await Buttons.Nth(6).ClickAsync();
        await page.WaitForURLAsync(InstancePage());
        return InstancePage().Match(page.Url).Groups[1].Value;
    }

    /// <summary>The menu of a version in the history.</summary>
    private async Task OpenHistory(int version)
    {
        await page.GetByRole(AriaRole.Tab, new() { Name = "Version history" }).ClickAsync();
        var row = page.Locator("tr", new() { Has = page.GetByRole(AriaRole.Cell, new() { Name = $"{version}", Exact = true }) });
        await row.Locator("button").Last.ClickAsync();
    }

    private ILocator Input(string name) => page.Locator(".mud-input-control", new() { HasText = name }).First;

    private ILocator Node(string activity) => page.Locator($"[data-shape=elsa-activity][data-cell-id='{activity}']");

    /// <summary>Shows an activity's inputs; the frame around one that is selected already lies above it.</summary>
    private async Task Select(string activity)
    {
        if (await Node(activity).GetAttributeAsync("class") is not { } classes || !classes.Contains("x6-node-selected", StringComparison.Ordinal))
        {
            await Node(activity).ClickAsync();
        }
    }

    /// <summary>Studio saves by itself, goes on with the answer, and asks for the palette anew: then it is at rest. A palette that came before the save says nothing.</summary>
    private async Task Saved(Func<Task> act)
    {
        var isSaved = false;
        var rest = page.WaitForResponseAsync(answer => isSaved && answer.Url.Contains("/descriptors/activities?", StringComparison.Ordinal));
        await page.RunAndWaitForResponseAsync(act, answer => isSaved |= IsSave(answer) && answer.Ok);
        await rest;
    }

    private static bool IsSave(IResponse answer) => answer.Request.Method == "POST" && answer.Url.EndsWith(Saves, StringComparison.Ordinal);

    private async Task<(float X, float Y)> Centre(string activity, string port)
    {
        var box = await Node(activity).Locator($"[port='{port}'] circle").First.BoundingBoxAsync();
        return (box!.X + (box.Width / 2), box.Y + (box.Height / 2));
    }

    /// <summary>Whether every activity lies on the visible canvas, and stays there for a moment.</summary>
    private async Task<bool> IsWhollyInView()
    {
        var canvas = (await page.Locator(".x6-graph").First.BoundingBoxAsync())!;
        for (var look = 0; look < 5; look++)
        {
            await Task.Delay(200);
            foreach (var node in await page.Locator("[data-shape=elsa-activity]").AllAsync())
            {
                if (await node.BoundingBoxAsync() is not { } box || box.X < canvas.X || box.X + box.Width > canvas.X + canvas.Width || box.Y < canvas.Y)
                {
                    return false;
                }
            }
        }

        return true;
    }

    [GeneratedRegex("/studio/workflows/instances/([^/]+)/view")]
    private static partial Regex InstancePage();
}
