using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Host.Tests.Api;

namespace Browser.Tests.Office;

/// <summary>A scanned plan that is larger than the page is read in its own size.</summary>
public sealed class Looking_at_a_scan(RunningHost host, Chromium chromium) : BrowserTest(host, chromium)
{
    private const string Drawn = "() => { const plan = Object.assign(document.createElement('canvas'), { width: 3000, height: 2000 }); plan.getContext('2d').strokeRect(9, 9, 900, 900); return plan.toDataURL('image/png').split(',')[1]; }";
    private const string Sizes = "() => { const plan = document.querySelector('.preview img'); return [plan.clientWidth, plan.clientHeight, plan.parentElement.parentElement.scrollLeft]; }";

    [Fact]
    public async Task shows_it_as_it_fits_and_by_a_key_in_its_own_size()
    {
        using var clerk = await Host.As("li.na");
        var received = await (await clerk.PostAsJsonAsync("/api/v1/cases", new { item = "YC-DA-0001", applicant = new { kind = "Person", name = "扫描试验" }, form = new { fileNumber = "2026-9" } }, Cancel))
            .Content.ReadFromJsonAsync<JsonElement>(Cancel);
        var caseId = received.GetProperty("caseId").GetString();
        await Page.GotoAsync("about:blank");
        using var file = new ByteArrayContent(Convert.FromBase64String(await Page.EvaluateAsync<string>(Drawn))) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };
        using var form = new MultipartFormDataContent { { file, "file", "plan.png" } };
        (await clerk.PostAsync($"/api/v1/cases/{caseId}/attachments", form, Cancel)).EnsureSuccessStatusCode();

        await SignInTo($"/office/cases/{caseId}", "li.na");
        await Page.ClickAsync(".files button:has-text('plan')");
        await Page.WaitForFunctionAsync("() => document.querySelector('.preview img')?.naturalWidth === 3000");
        (await Page.EvaluateAsync<double[]>(Sizes))[0].Should().BeLessThan(1440);

        await Page.Keyboard.PressAsync("e");
        await Page.WaitForSelectorAsync(".preview.real");
        (await Page.EvaluateAsync<double[]>(Sizes)).Should().StartWith([3000, 2000]);
        await Page.FocusAsync(".preview.real");
        await Page.Keyboard.PressAsync("ArrowRight");
        await Page.WaitForFunctionAsync("() => document.querySelector('.preview.real').scrollLeft > 0");

        var own = await Page.RunAndWaitForPopupAsync(() => Page.ClickAsync(".row a[target=_blank]"));
        await own.WaitForLoadStateAsync();
        own.Url.Should().Contain($"/cases/{caseId}/attachments/");
        Complaints.Should().BeEmpty();
    }
}
