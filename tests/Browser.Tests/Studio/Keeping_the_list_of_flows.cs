using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Host.Tests.Api;
using Microsoft.Playwright;

namespace Browser.Tests.Studio;

public sealed class Keeping_the_list_of_flows(RunningHost host, Chromium chromium) : StudioTest(host, chromium)
{
    [Fact]
    public async Task creates_duplicates_publishes_runs_unpublishes_and_deletes()
    {
        using var admin = await Host.As("admin");
        var name = $"Kept {Guid.NewGuid():N}";
        await SignInTo("/studio/workflows/definitions");

        var id = await Create(name);
        var flow = new StoredFlow(admin, id);
        (await flow.State()).Should().Be((1, false));
        await Page.GotoAsync(new Uri(Host.Address, "/studio/workflows/definitions").ToString());
        await Page.GetByPlaceholder("Search on").FillAsync(name);

        await Choose(name, "Duplicate");
        await Answer("Ok");
        await Page.GetByText("Duplicate successfully saved").WaitForAsync();
        (await Found(admin, name)).Should().HaveCount(2);

        await Choose(name, "Publish");
        await Page.GetByText("Workflow published").WaitForAsync();
        (await flow.State()).Should().Be((1, true));

        await Choose(name, "Run");
        await Page.GetByText("Successfully started workflow").WaitForAsync();
        (await Instances(admin, id)).Should().ContainSingle();

        await Choose(name, "Unpublish");
        await Page.GetByText("Workflow retracted").WaitForAsync();
        (await flow.State()).Should().Be((1, false));

        await Choose(name, "Delete");
        await Page.RunAndWaitForResponseAsync(() => Answer("Delete"), answer => answer.Request.Method == "DELETE" && answer.Ok);
        (await admin.GetAsync($"/elsa/api/workflow-definitions/by-definition-id/{id}", Cancel)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        Complaints.Should().BeEmpty();
    }

    /// <summary>Creates a flow; Studio goes on to its editor.</summary>
    /// <returns>Its id.</returns>
    private async Task<string> Create(string name)
    {
        // The list puts its page into the address when its rows come, and that closes a dialog opened before.
        await Page.WaitForURLAsync("**/studio/workflows/definitions?page=*");
        await Page.Locator("tbody tr").First.WaitForAsync();
        await Page.GetByText("Create workflow").ClickAsync();
        await Page.Locator(".mud-dialog input").First.FillAsync(name);
        await Page.Keyboard.PressAsync("Tab");
        await Answer("Ok");
        await Page.WaitForURLAsync("**/studio/workflows/definitions/*/edit");
        return new Uri(Page.Url).Segments[^2].TrimEnd('/');
    }

    /// <summary>Takes something from the menu of the row whose flow has exactly this name.</summary>
    private async Task Choose(string name, string item)
    {
        var row = Page.Locator("tr", new() { Has = Page.GetByText(name, new() { Exact = true }) });
        var choice = Page.Locator(".mud-popover-open").GetByText(item, new() { Exact = true });

        // Rows that come anew while the menu opens close it again.
        for (var attempts = 0; ; attempts++)
        {
            try
            {
                await row.Locator("button").Last.ClickAsync();
                await choice.ClickAsync(new() { Timeout = 10_000 });
                return;
            }
            catch (TimeoutException) when (attempts < 3)
            {
                await Page.Keyboard.PressAsync("Escape");
            }
        }
    }

    private Task Answer(string button) => Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static async Task<JsonArray> Found(HttpClient admin, string name) =>
        (await admin.GetFromJsonAsync<JsonObject>($"/elsa/api/workflow-definitions?versionOptions=Latest&SearchTerm={Uri.EscapeDataString(name)}", Cancel))!["items"]!.AsArray();

    private static async Task<JsonArray> Instances(HttpClient admin, string definitionId)
    {
        var answer = await admin.PostAsJsonAsync("/elsa/api/workflow-instances", new { definitionIds = new[] { definitionId } }, Cancel);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["items"]!.AsArray();
    }
}
