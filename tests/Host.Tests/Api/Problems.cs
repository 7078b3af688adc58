using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Host.Tests.Api;

public sealed class Problems(RunningHost host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task name_the_field_that_could_not_be_read()
    {
        using var nobody = host.Anonymous();
        using var body = new StringContent("""{"userName": "x", "password": 3}""", Encoding.UTF8, "application/json");

        var answer = await nobody.PostAsync("/api/v1/sign-in", body, Cancel);

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        problem.GetProperty("where").GetString().Should().Be("$.password");
        problem.GetProperty("type").GetString().Should().StartWith("urn:approval-engine:problem:");
    }

    [Theory]
    [InlineData("/api/v1/cases?search=%00")]
    [InlineData("/api/v1/tasks?search=%00")]
    [InlineData("/api/v1/alerts?person=%00")]
    [InlineData("/api/v1/cases?receivedFrom=0001-01-01")]
    [InlineData("/api/v1/cases?receivedTo=9999-12-31")]
    [InlineData("/api/v1/cases?dueOn=9999-12-31")]
    [InlineData("/api/v1/cases?dueOn=0001-01-01")]
    [InlineData("/api/v1/statistics?from=1990-01-01&to=2200-12-31&by=month")]
    [InlineData("/api/v1/statistics?from=2026-01-01&to=2026-12-31&channel=77")]
    [InlineData("/api/v1/statistics/ratings?from=0001-01-01&to=9999-12-31")]
    [InlineData("/api/v1/statistics/satisfaction?from=9999-12-31&to=9999-12-31")]
    public async Task say_that_an_impossible_text_or_day_cannot_be_asked_for(string path)
    {
        using var head = await host.As("head.centre");

        var answer = await head.GetAsync(path, Cancel);

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity, await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Theory]
    [InlineData("cases", """{"item":"YC-DA-0001","applicant":{"kind":"Person","name":"某"},"form":{"fileNumber":"1"},"materials":[null]}""")]
    [InlineData("cases", """{"item":"YC-DA-0001","applicant":{"kind":"Person","name":"某"},"form":{"fileNumber":"\ud800"}}""")]
    [InlineData("cases", """{"item":"YC-DA-0001","applicant":{"kind":"Person","name":"某"},"form":{"\ud800":"1"}}""")]
    [InlineData("organisation/people", """{"userName":"x","displayName":"X","password":"a long password 1","grants":[null]}""")]
    [InlineData("organisation/people", """{"userName":"LONG","displayName":"X","password":"a long password 1","grants":[{"role":"Reviewer","unit":"YC"}]}""")]
    [InlineData("organisation/units", """{"code":"YC-N","parent":"YC","kind":"Window","name":{"zh-Hans":"a\u0000","zh-Hant":"a","en":"a"}}""")]
    [InlineData("calendars/publish", """{"basedOn":1,"years":[null]}""")]
    [InlineData("calendars/publish", """{"basedOn":1,"officeHours":[{"from":"2031-01-01","opens":"09:00","closes":"17:00"},{"from":"2031-01-01","opens":"08:00","closes":"17:00"}]}""")]
    public async Task say_what_is_wrong_with_a_body_that_cannot_be(string path, string body)
    {
        using var person = await host.As(path == "cases" ? "li.na" : "admin");
        using var content = new StringContent(body.Replace("LONG", new string('x', 257), StringComparison.Ordinal), Encoding.UTF8, "application/json");

        var answer = await person.PostAsync($"/api/v1/{path}", content, Cancel);

        answer.StatusCode.Should().BeOneOf([HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity], await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Theory]
    [InlineData("/api/v1/cases/earlier")]
    public async Task of_questions_with_a_body_name_the_field(string path)
    {
        using var clerk = await host.As("li.na");

        var answer = await clerk.PostAsJsonAsync(path, new { kind = "Nobody", number = (string?)null, name = "某" }, Cancel);

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("where").GetString().Should().Be("kind");
    }

    [Fact]
    public async Task of_a_page_are_a_page_in_the_readers_language()
    {
        using var nobody = host.Anonymous();
        nobody.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        nobody.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-Hant");

        var page = await nobody.GetAsync("/verify?number=%00&code=%00", Cancel);

        page.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        page.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        (await page.Content.ReadAsStringAsync(Cancel)).Should().Contain("lang=\"zh-Hant\"").And.Contain("無法識別此請求").And.NotContain("Npgsql");
    }

    [Fact]
    public async Task answer_a_path_that_does_not_exist()
    {
        using var admin = await host.As("admin");

        var answer = await admin.GetAsync("/api/v1/no-such-thing", Cancel);

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
    }
}
