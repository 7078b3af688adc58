using System.Net.Http.Json;
using System.Text.Json;
using Host.Tests.Api;

namespace Browser.Tests.Office;

/// <summary>An irregularity from the card raised by hand to the decision on the appeal, each person at their own browser.</summary>
[Collection("The archive")]
public sealed class Answering_an_alert(RunningHost host, Chromium chromium) : BrowserTest(host, chromium)
{
    [Fact]
    public async Task goes_from_the_card_to_the_decision_on_the_appeal()
    {
        using var clerk = await Host.As("li.na");
        var received = await (await clerk.PostAsJsonAsync("/api/v1/cases", new { item = "YC-DA-0001", applicant = new { kind = "Person", name = "申诉试验" }, form = new { fileNumber = "2026-7" } }, Cancel))
            .Content.ReadFromJsonAsync<JsonElement>(Cancel);
        (await clerk.PostAsJsonAsync($"/api/v1/tasks/{received.GetProperty("openTasks")[0].GetString()}/claim", new { }, Cancel)).EnsureSuccessStatusCode();

        await SignInTo($"/office/cases/{received.GetProperty("caseId").GetString()}", "supervisor");
        await Page.ClickAsync("button:has-text('发出黄牌')");
        await Say("清单之外收费");
        var address = (await Arrive("/office/alerts[?]alert=[0-9]+")).PathAndQuery;

        await As("li.na", address, "说明", "已退还费用");
        await As("supervisor", address, "维持提醒", "收费属实");
        await As("li.na", address, "申诉", "请复核收费依据");
        await As("chen.na", address, "采纳说明", "依据成立");

        (await Page.InnerTextAsync(".timeline")).Should().ContainAll("已退还费用", "收费属实", "请复核收费依据", "依据成立");
        (await Page.Locator(".acts button").CountAsync()).Should().Be(0);
        Complaints.Should().BeEmpty();
    }

    private async Task As(string user, string address, string act, string words)
    {
        await Page.Context.ClearCookiesAsync();
        await SignInTo(address, user);
        await Page.ClickAsync($".acts button:has-text('{act}')");
        await Say(words);
        await Page.WaitForSelectorAsync($".timeline .said:has-text('{words}')");
    }

    /// <summary>Fills in the dialog and sends it by keyboard.</summary>
    private async Task Say(string words)
    {
        await Page.FillAsync(".mud-dialog textarea", words);
        await Page.PressAsync(".mud-dialog textarea", "Control+Enter");
    }
}
