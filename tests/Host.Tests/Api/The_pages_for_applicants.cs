using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Host.Pages.Public;
using Microsoft.Extensions.DependencyInjection;

namespace Host.Tests.Api;

public sealed partial class The_pages_for_applicants(RunningHost host)
{
    /// <summary>Bytes of a page with its style sheets, as they are sent (ui.md, "Public").</summary>
    private const int Budget = 60_000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task answer_an_unknown_number_and_a_wrong_code_byte_for_byte_alike()
    {
        using var visitor = Visitor("en");
        var (number, code) = await Received();
        var unknown = number[..^1] + (number[^1] == 'A' ? 'B' : 'A');

        var right = await visitor.GetStringAsync(Progress(number, code), Cancel);
        var wrong = await visitor.GetAsync(Progress(number, "0000 0000"), Cancel);
        var none = await visitor.GetAsync(Progress(unknown, "0000 0000"), Cancel);

        right.Should().Contain("Received. You will hear by").And.Contain(number);
        none.StatusCode.Should().Be(wrong.StatusCode);
        (await none.Content.ReadAsStringAsync(Cancel)).Replace(unknown, number, StringComparison.Ordinal)
            .Should().Be(await wrong.Content.ReadAsStringAsync(Cancel)).And.Contain("We find no case");
        wrong.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    [Fact]
    public async Task read_full_width_figures_and_blanks()
    {
        using var visitor = Visitor("zh-CN");
        var (number, code) = await Received();

        var page = await visitor.GetStringAsync(Progress($" {Wide(number)} ", Wide(code.ToLowerInvariant())), Cancel);

        page.Should().Contain("已收件，将于").And.Contain(number);
    }

    [Fact]
    public async Task stop_whoever_tries_one_number_again_and_again()
    {
        using var visitor = Visitor("en");
        var number = $"YC-NOWHERE-{Guid.NewGuid():N}";
        HttpResponseMessage answer;
        var tries = 0;
        do
        {
            answer = await visitor.GetAsync(Progress(number, "0000 0000"), Cancel);
        }
        while (++tries < 100 && answer.StatusCode == HttpStatusCode.OK);

        tries.Should().Be(new PublicOptions().TriesPerNumber + 1);
        answer.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter!.Delta.Should().BePositive();
        (await answer.Content.ReadAsStringAsync(Cancel)).Should().Contain("too many tries");
    }

    [Theory]
    [InlineData("/guide")]
    [InlineData("/guide/YC-BDC-0004")]
    [InlineData("/progress")]
    [InlineData("/rate")]
    [InlineData("/verify")]
    public async Task are_small_run_no_script_and_take_nothing_from_elsewhere(string path)
    {
        using var visitor = Visitor("zh-CN");
        visitor.DefaultRequestHeaders.AcceptEncoding.ParseAdd("identity");

        var answer = await visitor.GetAsync(path, Cancel);
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        var size = answer.Content.Headers.ContentLength ?? System.Text.Encoding.UTF8.GetByteCount(page);
        foreach (var sheet in Sheets().Matches(page).Select(match => match.Groups[1].Value))
        {
            size += (await visitor.GetByteArrayAsync("/" + sheet, Cancel)).Length;
        }

        page.Should().NotContain("<script").And.Contain("<main id=\"main\"").And.Contain($"href=\"{path.TrimStart('/')}#main\"");
        answer.Headers.GetValues("Content-Security-Policy").Single().Should().NotContain("unsafe");
        answer.Headers.GetValues("Permissions-Policy").Single().Should().Contain("camera=()");
        size.Should().BeLessThan(Budget);
    }

    [Fact]
    public async Task guide_by_name_and_initials_and_promise_a_day()
    {
        using var visitor = Visitor("en");

        (await visitor.GetStringAsync("/guide?q=fcjy", Cancel)).Should().Contain("guide/YC-BDC-0004").And.NotContain("guide/YC-DA-0001");
        (await visitor.GetStringAsync("/guide/YC-DA-0001", Cancel)).Should().Contain("Apply today, answered");
        (await visitor.GetAsync("/guide/YC-NOTHING", Cancel)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/guide/YC-NOTHING", "en", "There is no such item.", "href=\"guide\"")]
    [InlineData("/guide/YC-NOTHING/at/all", "en", "There is no such page", "href=\"guide\"")]
    [InlineData("/nichts", "zh-CN", "没有这个页面", "href=\"progress\"")]
    [InlineData("/nowhere", "zh-Hant", "沒有這個頁面", "href=\"verify\"")]
    public async Task lead_on_where_nothing_is(string path, string language, string said, string way)
    {
        using var visitor = Visitor(language);
        visitor.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        var answer = await visitor.GetAsync(path, Cancel);

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync(Cancel)).Should().Contain(said).And.Contain(way);
    }

    [Theory]
    [InlineData("/nichts")]
    [InlineData("/api/v1/nichts")]
    public async Task are_for_people_a_program_is_answered_as_ever(string path)
    {
        using var program = host.Anonymous();

        (await program.GetAsync(path, Cancel)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task take_one_judgement_a_case_and_none_without_the_form_s_own_token()
    {
        using var applicant = new Browser(host.Address);
        var (number, code) = await Ended();
        var fields = new Dictionary<string, string> { ["Form.Number"] = Wide(number), ["Form.Code"] = code, ["Form.Grade"] = "Dissatisfied", ["_handler"] = "rate" };

        (await applicant.Post("/rate", new FormUrlEncodedContent(fields))).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await Text(await applicant.Submit("/rate", fields))).Should().Contain("请说明不满意的原因");
        (await Text(await applicant.Submit("/rate", new Dictionary<string, string>(fields) { ["Form.Reason"] = "等了太久", ["Form.Code"] = "0000 0000" }))).Should().Contain("没有查到");
        (await Text(await applicant.Submit("/rate", new Dictionary<string, string>(fields) { ["Form.Reason"] = "等了太久" }))).Should().Contain("评价已收到");
        (await Text(await applicant.Submit("/rate", new Dictionary<string, string>(fields) { ["Form.Grade"] = "VerySatisfied" }))).Should().Contain("以首次评价为准");
        (await Text(await applicant.Get(Progress(number, code).ToString()))).Should().Contain("您的评价：不满意。");
    }

    [Fact]
    public async Task say_of_a_document_whether_it_is_genuine_and_nothing_of_its_holder()
    {
        using var visitor = Visitor("en");
        var (number, code) = await Issued(await EndedCase());
        var unknown = number[..^1] + "Z";

        var genuine = await visitor.GetStringAsync(Verify(number, code), Cancel);
        var wrong = await visitor.GetStringAsync(Verify(number, "0000 0000 0000"), Cancel);
        var none = await visitor.GetStringAsync(Verify(unknown, "0000 0000 0000"), Cancel);

        genuine.Should().Contain("Genuine: this document was issued here").And.Contain(number).And.NotContain("王").And.NotContain("2026-0001");
        Untold(none).Replace(unknown, number, StringComparison.Ordinal).Should().Be(Untold(wrong)).And.Contain("We know no document");
    }

    [Fact]
    public async Task know_a_file_that_was_issued_and_no_other()
    {
        Assert.SkipUnless(host.Services.GetRequiredService<DocumentFont>().IsThere, "No font for documents on this machine (Debian: fonts-droid-fallback).");
        using var clerk = await host.As("wang.wei");
        using var visitor = new Browser(host.Address);
        var file = await clerk.GetAsync($"/api/v1/cases/{await EndedCase()}/documents/1", Cancel);
        var content = await file.Content.ReadAsByteArrayAsync(Cancel);

        file.Content.Headers.ContentType!.MediaType.Should().Be("application/pdf");
        file.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
        (await Text(await visitor.Submit("/verify", File(content)))).Should().Contain("真实");
        content[^1]++;
        (await Text(await visitor.Submit("/verify", File(content)))).Should().Contain("不是本中心出具的原件");
        (await visitor.Post("/verify", File(content))).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    internal static Uri Progress(string number, string code) => new($"/progress?number={Uri.EscapeDataString(number)}&code={Uri.EscapeDataString(code)}", UriKind.Relative);

    private HttpClient Visitor(string language)
    {
        var visitor = host.Anonymous();
        visitor.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return visitor;
    }

    private async Task<(string Number, string Code)> Received()
    {
        using var clerk = await host.As("wang.wei");
        var moved = await (await clerk.PostAsJsonAsync(
            "/api/v1/cases", new { item = "YC-DA-0001", applicant = new { kind = "Person", name = "王" }, form = new { fileNumber = "2026-0001" } }, Cancel)).Content.ReadFromJsonAsync<JsonElement>(Cancel);
        var view = await clerk.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{moved.GetProperty("caseId")}", Cancel);
        return (view.GetProperty("case").GetProperty("caseNo").GetString()!, view.GetProperty("inquiry").GetProperty("code").GetString()!);
    }

    private async Task<(string Number, string Code)> Ended()
    {
        using var clerk = await host.As("wang.wei");
        var view = await clerk.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{await EndedCase()}", Cancel);
        return (view.GetProperty("case").GetProperty("caseNo").GetString()!, view.GetProperty("inquiry").GetProperty("code").GetString()!);
    }

    private async Task<(string Number, string Code)> Issued(Guid caseId)
    {
        using var clerk = await host.As("wang.wei");
        var document = (await clerk.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{caseId}", Cancel)).GetProperty("documents")[0];
        return (document.GetProperty("number").GetString()!, document.GetProperty("verificationCode").GetString()!);
    }

    private async Task<Guid> EndedCase()
    {
        using var clerk = await host.As("wang.wei");
        var moved = await (await clerk.PostAsJsonAsync(
            "/api/v1/cases", new { item = "YC-DA-0001", applicant = new { kind = "Person", name = "王" }, form = new { fileNumber = "2026-0001" } }, Cancel)).Content.ReadFromJsonAsync<JsonElement>(Cancel);
        foreach (var outcome in new[] { "Accepted", "Verified", "Complete" })
        {
            moved = await (await clerk.PostAsJsonAsync($"/api/v1/tasks/{moved.GetProperty("openTasks")[0]}/complete", new { outcome }, Cancel)).Content.ReadFromJsonAsync<JsonElement>(Cancel);
        }

        return moved.GetProperty("caseId").GetGuid();
    }

    private static Uri Verify(string number, string code) => new($"/verify?number={Uri.EscapeDataString(number)}&code={Uri.EscapeDataString(code)}", UriKind.Relative);

    /// <summary>A page without the token of its form, which is another each time.</summary>
    private static string Untold(string page) => Token().Replace(page, "");

    private static MultipartFormDataContent File(byte[] content) => new() { { new ByteArrayContent(content), "File", "document.pdf" }, { new StringContent("file"), "_handler" } };

    private static Task<string> Text(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(Cancel);

    private static string Wide(string text) => string.Concat(text.Select(letter => letter is > ' ' and < (char)127 ? (char)(letter + 0xFEE0) : letter));

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"[^\"]*\"")]
    private static partial Regex Token();

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"([^\"]*)\"")]
    private static partial Regex Sheets();
}
