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

    [Fact]
    public async Task answer_a_path_that_does_not_exist()
    {
        using var admin = await host.As("admin");

        var answer = await admin.GetAsync("/api/v1/no-such-thing", Cancel);

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
    }
}
