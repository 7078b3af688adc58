using System.Net.Http.Json;
using Host.Tests.Api;
using Microsoft.Playwright;

namespace Browser.Tests.Studio;

public sealed class Opening_Elsa_Studio(RunningHost host, Chromium chromium) : StudioTest(host, chromium)
{
    [Fact]
    public async Task lists_the_centres_flows_one_step_from_the_office_and_leads_from_there_to_the_editor()
    {
        await SignInTo("/office/cases");
        await Page.GetByRole(AriaRole.Link, new() { Name = "流程设计" }).ClickAsync();
        await Page.WaitForURLAsync("**/studio/workflows/definitions**");

        await Find("三证合一登记");
        await Page.GetByText("三证合一登记").ClickAsync();

        await Page.WaitForURLAsync("**/studio/workflows/definitions/three-certs/edit");
        await Page.Locator("[data-cell-id='accept']").WaitForAsync();
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task lists_the_instances_one_step_from_the_office_and_leads_from_there_to_one_of_them()
    {
        using var admin = await Host.As("admin");
        var started = await admin.PostAsJsonAsync("/elsa/api/workflow-definitions/petition/execute", new { versionOptions = "Latest" }, Cancel);
        var id = started.Headers.GetValues("x-elsa-workflow-instance-id").Single();
        await SignInTo("/office/cases");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Elsa Studio" }).ClickAsync();
        await Page.WaitForURLAsync("**/studio/workflows/instances**");

        await Page.GetByText("群众诉求办理").First.ClickAsync();

        await Page.WaitForURLAsync($"**/studio/workflows/instances/{id}/view");
        await Page.GetByText("Suspended").First.WaitForAsync();
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task says_what_Studio_keeps_silent_about()
    {
        await SignInTo("/studio/workflows/definitions/no-such-flow/edit");

        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("找不到该对象");
    }

    [Fact]
    public async Task fits_a_telephone_without_covering_its_own_buttons()
    {
        await Page.SetViewportSizeAsync(390, 844);
        await SignInTo("/studio/workflows/definitions");

        await Page.GetByText("建设工程并联审批").WaitForAsync();

        (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(390);
        await Page.GetByText("Bulk actions").First.ClickAsync(new() { Trial = true });
        await Page.GetByText("Create workflow").ClickAsync(new() { Trial = true });
    }

    /// <summary>Other tests leave flows behind: what is looked for need not stand on the first page.</summary>
    private async Task Find(string name)
    {
        await Page.Locator("tbody tr").First.WaitForAsync();
        await Page.GetByPlaceholder("Search on").FillAsync(name);
    }
}
