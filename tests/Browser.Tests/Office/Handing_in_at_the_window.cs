using Host.Tests.Api;
using Microsoft.Playwright;

namespace Browser.Tests.Office;

[Collection("The archive")]
public sealed class Handing_in_at_the_window(RunningHost host, Chromium chromium) : BrowserTest(host, chromium)
{
    [Fact]
    public async Task goes_from_the_item_to_the_issued_document_on_one_screen()
    {
        await SignInTo("/office/intake", "li.na");
        await Page.FillAsync("#item-search", "CXFZ");
        await Page.WaitForFunctionAsync("() => document.querySelectorAll('.options li').length === 1");
        await Page.PressAsync("#item-search", "Enter");
        await Page.FillAsync("#name", "欧阳测试");
        await Page.FillAsync("#number", "510106190308080038");
        await Page.WaitForSelectorAsync("#number-fault .wrong");
        await Page.FillAsync("#number", "51010619030808003X");
        await Page.SelectOptionAsync("#window", "YC-DA-W1");
        await Page.FillAsync("#form-fileNumber", "2026-0001");
        await Page.PressAsync("#form-fileNumber", "F4");
        await Page.WaitForSelectorAsync("[role=status]:has-text('已收件')");
        while (await Page.Locator("h2 .tag:has-text('准予')").CountAsync() == 0)
        {
            var step = await Page.InnerTextAsync(".card:has(.outcomes) h2");
            await Page.ClickAsync(".outcomes .filled:not([disabled])");
            if (step.Contains("核对材料", StringComparison.Ordinal))
            {
                // The document is issued with it: that is asked for once more, and Enter says yes.
                await Page.WaitForSelectorAsync(".mud-dialog:has-text('办结：准予')");
                await Page.Keyboard.PressAsync("Enter");
            }

            await Page.WaitForFunctionAsync("last => [...document.querySelectorAll('.card:has(.outcomes) h2')].every(heading => heading.textContent !== last)", step);
        }

        (await Page.Locator(".materials b.num").CountAsync()).Should().BePositive("the document is issued with a code by which it is checked");
        await Page.ClickAsync("a:has-text('受理回执')");
        (await Page.InnerTextAsync(".receipt")).Should().Contain("欧阳测试");
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task asks_for_the_agent_who_comes_and_scans_the_papers_page_by_page()
    {
        // The browser must know in good time that somebody chooses the files.
        Page.FileChooser += async (_, chooser) => await chooser.SetFilesAsync(new FilePayload { Name = "image.png", MimeType = "image/png", Buffer = Picture });
        await SignInTo("/office/intake?item=YC-DA-0001", "li.na");
        await Page.SelectOptionAsync("#window", "YC-DA-W1");
        await Page.FillAsync("#form-fileNumber", "2026-0002");
        await Page.FillAsync("#name", "欧阳测试");

        // A scanner at the window types what it reads, and ends with Enter.
        await Page.ClickAsync("#number");
        await Page.Keyboard.TypeAsync("51010619030808003X");
        await Page.Keyboard.PressAsync("Enter");
        (await Page.InputValueAsync("#number")).Should().Be("51010619030808003X");
        (await Page.Locator("#form-agentName").CountAsync()).Should().Be(0);
        await Page.CheckAsync("#form-byAgent");
        await Page.FillAsync("#form-agentName", "李四");
        await Page.FillAsync("#form-agentId", "51010619030808003X");
        (await Page.Locator("ul.materials > li").CountAsync()).Should().Be(2, "an agent shows a power of attorney");
        for (var page = 1; page <= 2; page++)
        {
            await Page.Keyboard.PressAsync("F2");
            await Page.WaitForSelectorAsync($"ul.materials .tag:has-text('申请人身份证明-{page}.png')");
        }

        await Page.PressAsync("#form-fileNumber", "F4");
        await Page.WaitForSelectorAsync(".files:has-text('申请人身份证明-1.png、申请人身份证明-2.png')");

        await Page.ClickAsync("a.button:has-text('打开办件')");
        (await Page.InnerTextAsync("dl.pairs:has-text('代理人姓名')")).Should().ContainAll("李四", "510106********003X");
        (await Page.Locator("ul.materials button:has-text('申请人身份证明-2.png')").CountAsync()).Should().Be(1);
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task takes_files_at_the_fields_of_a_form_and_pages_from_a_camera()
    {
        await Page.AddInitScriptAsync("""
            navigator.mediaDevices.enumerateDevices = async () => [{ kind: "videoinput", deviceId: "stand", label: "高拍仪" }];
            navigator.mediaDevices.getUserMedia = async () => {
                const desk = Object.assign(document.createElement("canvas"), { width: 640, height: 480 });
                const paint = desk.getContext("2d");
                setInterval(() => { paint.fillStyle = `hsl(${Date.now() % 360} 60% 80%)`; paint.fillRect(0, 0, 640, 480); }, 50);
                return desk.captureStream(20);
            };
            """);
        await SignInTo("/office/intake?item=YC-BDC-0004", "li.na");
        await Page.FillAsync("#name", "欧阳测试");
        await Page.SelectOptionAsync("#window", "YC-DA-W1");
        await Page.FillAsync("#form-address", "天府大道9号");
        for (var buyer = 0; buyer < 2; buyer++)
        {
            await Page.ClickAsync("#form-buyers > button");
            await Page.FillAsync($"#form-buyers-{buyer}-name", $"受让人{buyer}");
            await Page.SetInputFilesAsync($"#form-buyers-{buyer}-identity input[multiple]", new FilePayload { Name = $"buyer-{buyer}.png", MimeType = "image/png", Buffer = Picture });
            await Page.WaitForSelectorAsync($"#form-buyers-{buyer}-identity .tag:has-text('buyer-{buyer}.png')");
        }

        await Page.ClickAsync("#form-buyers .form >> nth=0 >> button:has-text('移除')");
        await Page.WaitForSelectorAsync("#form-buyers-0-identity .tag:has-text('buyer-1.png')");
        await Page.ClickAsync("#form-buyers-0-identity .scan");
        for (var page = 1; page <= 2; page++)
        {
            await Page.ClickAsync(".mud-dialog button:has-text('拍一页'):not([disabled])");
            await Page.WaitForSelectorAsync($".mud-dialog ol.pages li:nth-child({page})");
        }

        await Page.ClickAsync(".mud-dialog button[aria-label='去掉第 1 页']");
        await Page.ClickAsync(".mud-dialog .filled");
        await Page.WaitForSelectorAsync("#form-buyers-0-identity .tag:has-text('身份证影像-2.jpg')");

        // The same after a reload: the names are the form's, the files the browser's.
        await Page.ReloadAsync();
        await Page.ClickAsync("button:has-text('继续填写')");
        await Page.WaitForSelectorAsync("#form-buyers-0-identity .tag:has-text('身份证影像-2.jpg')");
        await Page.PressAsync("#form-address", "F4");
        await Page.WaitForSelectorAsync("li:has-text('受让人 1 · 身份证影像') .files:has-text('buyer-1.png、身份证影像-2.jpg')");

        await Page.ClickAsync("a.button:has-text('打开办件')");
        await Page.WaitForSelectorAsync("ul.materials li:has-text('受让人 1 · 身份证影像') button:has-text('身份证影像-2.jpg')");
        (await KeptFiles()).Should().Be(0);
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task keeps_the_chosen_files_with_the_draft_until_they_are_sent()
    {
        Page.FileChooser += async (_, chooser) => await chooser.SetFilesAsync(new FilePayload { Name = "image.png", MimeType = "image/png", Buffer = Picture });
        await SignInTo("/office/intake?item=YC-DA-0001", "li.na");
        await Page.FillAsync("#name", "欧阳测试");
        await Page.SelectOptionAsync("#window", "YC-DA-W1");
        await Page.FillAsync("#form-fileNumber", "2026-0004");
        await Page.Keyboard.PressAsync("F2");
        await Page.WaitForSelectorAsync("ul.materials .tag:has-text('申请人身份证明-1.png')");

        await Page.ReloadAsync();

        await Page.ClickAsync("button:has-text('继续填写')");
        await Page.WaitForSelectorAsync("ul.materials .tag:has-text('申请人身份证明-1.png')");
        await Page.PressAsync("#form-fileNumber", "F4");
        await Page.WaitForSelectorAsync(".files.muted:has-text('申请人身份证明-1.png')");
        (await KeptFiles()).Should().Be(0, "what was sent is kept no longer");
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task sends_after_a_reload_what_did_not_arrive()
    {
        Page.FileChooser += async (_, chooser) => await chooser.SetFilesAsync(new FilePayload { Name = "image.png", MimeType = "image/png", Buffer = Picture });
        await SignInTo("/office/intake?item=YC-DA-0001", "li.na");
        await Page.FillAsync("#name", "欧阳测试");
        await Page.SelectOptionAsync("#window", "YC-DA-W1");
        await Page.FillAsync("#form-fileNumber", "2026-0005");
        await Page.Keyboard.PressAsync("F2");
        await Page.WaitForSelectorAsync("ul.materials .tag:has-text('申请人身份证明-1.png')");
        await Page.RouteAsync("**/attachments", request => request.AbortAsync());
        await Page.PressAsync("#form-fileNumber", "F4");
        await Page.WaitForSelectorAsync("[role=alert] button");
        (await KeptFiles()).Should().Be(1);

        await Page.UnrouteAsync("**/attachments");
        await Page.ReloadAsync();

        await Page.WaitForSelectorAsync(".files.muted:has-text('申请人身份证明-1.png')");
        (await KeptFiles()).Should().Be(0);
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task leaves_no_draft_on_the_computer_after_signing_out()
    {
        Page.FileChooser += async (_, chooser) => await chooser.SetFilesAsync(new FilePayload { Name = "image.png", MimeType = "image/png", Buffer = Picture });
        await SignInTo("/office/intake?item=YC-DA-0001", "li.na");
        await Page.FillAsync("#name", "欧阳测试");
        await Page.Keyboard.PressAsync("F2");
        await Page.WaitForSelectorAsync("ul.materials .tag:has-text('申请人身份证明-1.png')");
        (await KeptFiles(), await KeptDrafts()).Should().Be((1, 1));

        await Page.ClickAsync("details:has(.avatar) summary");
        await Page.ClickAsync("button:has-text('退出登录')");
        await Page.WaitForSelectorAsync("#office", new() { State = WaitForSelectorState.Detached });

        (await KeptFiles(), await KeptDrafts()).Should().Be((0, 0));
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task lets_go_at_the_start_of_what_nobody_touched_for_a_week()
    {
        await SignInTo("/office/intake?item=YC-DA-0001", "li.na");
        await Page.FillAsync("#name", "欧阳测试");
        await Page.WaitForFunctionAsync("() => Object.keys(localStorage).some(key => key.startsWith('intake '))");
        await Page.EvaluateAsync("""
            () => {
                localStorage.setItem("intake li.na OLD", JSON.stringify({ on: "2020-01-01" }));
                localStorage.setItem("intake-li.na-OLD", "{}");
            }
            """);

        await Page.ReloadAsync();

        await Page.WaitForFunctionAsync("() => !Object.keys(localStorage).some(key => key.endsWith('OLD'))");
        await Page.ClickAsync("button:has-text('继续填写')");
        (await Page.InputValueAsync("#name")).Should().Be("欧阳测试", "it was touched today");
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task begins_anew_for_another_applicant_without_the_papers_of_the_first()
    {
        Page.FileChooser += async (_, chooser) => await chooser.SetFilesAsync(new FilePayload { Name = "image.png", MimeType = "image/png", Buffer = Picture });
        await SignInTo("/office/intake?item=YC-DA-0001", "li.na");
        await Page.FillAsync("#name", "欧阳测试");
        await Page.Keyboard.PressAsync("F2");
        await Page.WaitForSelectorAsync("ul.materials .tag:has-text('申请人身份证明-1.png')");
        await Page.ClickAsync("button:has-text('另选事项')");
        await Page.GotoAsync(new Uri(Host.Address, "/office/intake?item=YC-DA-0001").ToString());

        await Page.ClickAsync("button:has-text('舍弃并重新填写')");

        (await Page.InputValueAsync("#name")).Should().BeEmpty();
        (await KeptFiles(), await KeptDrafts()).Should().Be((0, 0));
        Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task hands_the_applicant_a_notice_of_what_is_missing()
    {
        await SignInTo("/office/intake?item=YC-DA-0001", "li.na");
        await Page.FillAsync("#name", "欧阳测试");
        await Page.SelectOptionAsync("#window", "YC-DA-W1");
        await Page.FillAsync("#form-fileNumber", "2026-0003");
        await Page.ClickAsync("ul.materials label:has-text('缺少')");
        await Page.PressAsync("#form-fileNumber", "F4");
        await Page.FillAsync("input[list=paper-reasons]", "未带原件");
        await Page.PressAsync("input[list=paper-reasons]", "F8");
        await Page.ClickAsync(".mud-dialog .filled:has-text('补正')");
        await Page.ClickAsync("a.filled:has-text('一次性告知书')");

        var told = await Page.InnerTextAsync(".receipt");
        told.Should().ContainAll("一次性告知书", "申请人身份证明", "未带原件", "补齐");
        Complaints.Should().BeEmpty();
    }

    private Task<int> KeptDrafts() => Page.EvaluateAsync<int>("() => Object.keys(localStorage).filter(key => key.startsWith('intake')).length");

    private Task<int> KeptFiles() => Page.EvaluateAsync<int>("""
        () => new Promise((done, fail) => {
            const opening = indexedDB.open("approval");
            opening.onerror = fail;
            opening.onsuccess = () => {
                const counting = opening.result.transaction("papers").objectStore("papers").count();
                counting.onsuccess = () => { opening.result.close(); done(counting.result); };
            };
        })
        """);

    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
}
