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
    [InlineData("/api/v1/statistics/ratings?from=0001-01-01&to=9999-12-31")]
    [InlineData("/api/v1/statistics/satisfaction?from=9999-12-31&to=9999-12-31")]
    public async Task say_that_an_impossible_text_or_day_cannot_be_asked_for(string path)
    {
        using var head = await host.As("head.centre");

        var answer = await head.GetAsync(path, Cancel);

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity, await answer.Content.ReadAsStringAsync(Cancel));
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
