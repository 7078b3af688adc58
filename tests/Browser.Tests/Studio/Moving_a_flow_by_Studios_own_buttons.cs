using System.Text;
using System.Text.Json.Nodes;
using Host.Tests.Api;
using Microsoft.Playwright;

namespace Browser.Tests.Studio;

public sealed class Moving_a_flow_by_Studios_own_buttons(RunningHost host, Chromium chromium) : StudioTest(host, chromium)
{
    private const string Flow = "three-certs";

    [Fact]
    public async Task takes_it_out_and_brings_it_back_changed_in_what_was_changed_and_nothing_else()
    {
        using var admin = await Host.As("admin");
        var stored = new StoredFlow(admin, Flow);
        var shipped = await stored.Document();
        await SignInTo("/studio/workflows/definitions");

        var file = await Export("三证合一登记");
        await Import(file);

        (await stored.State()).Version.Should().Be(1, "what comes back as it went makes no version");
        await stored.ShouldBecome(shipped);

        var document = JsonNode.Parse(file)!.AsObject();
        document["description"] = "changed outside";
        shipped["description"] = "changed outside";
        await Import(document.ToJsonString());

        await stored.ShouldBecome(shipped);
        (await stored.State()).Should().Be((2, false));
        Complaints.Should().BeEmpty();
    }

    /// <summary>Exports a flow by the menu of its row.</summary>
    /// <returns>What the browser was given.</returns>
    private async Task<string> Export(string name)
    {
        await Page.Locator("tr", new() { HasText = name }).Locator("button").Last.ClickAsync();
        await Page.GetByText("Export", new() { Exact = true }).Last.ClickAsync();
        var download = await Page.RunAndWaitForDownloadAsync(() => Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "Export" }).ClickAsync());
        await using var content = await download.CreateReadStreamAsync();
        using var reader = new StreamReader(content);
        return await reader.ReadToEndAsync(Cancel);
    }

    /// <summary>Imports a file by the menu beside the button that creates flows.</summary>
    private async Task Import(string text)
    {
        var file = new FilePayload { Name = "flow.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(text) };
        await Page.RunAndWaitForResponseAsync(
            async () =>
            {
                await Page.Locator(".mud-button-group-root button").Last.ClickAsync();
                var chooser = await Page.RunAndWaitForFileChooserAsync(() => Page.GetByText("Import", new() { Exact = true }).ClickAsync());
                await chooser.SetFilesAsync(file);
            },
            answer => answer.Url.EndsWith("/workflow-definitions/import", StringComparison.Ordinal));
        await Assertions.Expect(Page.GetByText("imported successfully")).ToBeVisibleAsync();
        await Assertions.Expect(Page.GetByText("imported successfully")).ToBeHiddenAsync(new() { Timeout = 15_000 });
    }
}
