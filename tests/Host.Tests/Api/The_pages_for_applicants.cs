using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using ApprovalEngine.Host.Pages.Public;

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

    [Fact]
    public void have_the_same_words_in_three_languages()
    {
        var texts = new System.Resources.ResourceManager(typeof(PublicTexts));
        string[] Keys(string culture) => [.. texts.GetResourceSet(System.Globalization.CultureInfo.GetCultureInfo(culture), true, false)!.Cast<System.Collections.DictionaryEntry>().Select(entry => (string)entry.Key).Order()];

        Keys("zh-Hans").Should().Equal(Keys("")).And.Equal(Keys("zh-Hant"));
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

    private static string Wide(string text) => string.Concat(text.Select(letter => letter is > ' ' and < (char)127 ? (char)(letter + 0xFEE0) : letter));

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"([^\"]*)\"")]
    private static partial Regex Sheets();
}
