using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Host.Tests.Api;

public sealed class Papers_of_a_case(RunningHost host)
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task are_added_and_opened_by_those_who_may_see_it_only()
    {
        using var clerk = await host.As("wang.wei");
        using var elsewhere = await host.As("zhang.hui");
        var caseId = await Receive(clerk);

        var added = await clerk.PostAsync($"/api/v1/cases/{caseId}/attachments", File("plan.png", Png), Cancel);

        added.StatusCode.Should().Be(HttpStatusCode.Created);
        var opened = await clerk.GetAsync(added.Headers.Location, Cancel);
        (await opened.Content.ReadAsByteArrayAsync(Cancel)).Should().Equal(Png);
        opened.Content.Headers.ContentType!.MediaType.Should().Be("image/png");
        opened.Headers.GetValues("Content-Security-Policy").Should().ContainSingle().Which.Should().Contain("sandbox").And.Contain("default-src 'none'");
        (await elsewhere.GetAsync(added.Headers.Location, Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task are_refused_when_their_content_could_run_something_whatever_they_are_called()
    {
        using var clerk = await host.As("wang.wei");

        var answer = await clerk.PostAsync($"/api/v1/cases/{await Receive(clerk)}/attachments", File("plan.png", "<svg onload='alert(1)'/>"u8.ToArray()), Cancel);

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("detail").GetString().Should().Contain("plan.png");
    }

    [Fact]
    public async Task are_recorded_as_supplied_or_promised()
    {
        using var clerk = await host.As("wang.wei");
        var caseId = await Receive(clerk);

        (await clerk.PutAsJsonAsync($"/api/v1/cases/{caseId}/materials/authorisation", new { state = "Deferred", promisedOn = DateTime.UtcNow.AddDays(2).ToString("yyyy-MM-dd", null) }, Cancel)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await clerk.PutAsJsonAsync($"/api/v1/cases/{caseId}/materials/authorisation", new { state = "Deferred", promisedOn = "2026-01-05" }, Cancel)).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await clerk.PutAsJsonAsync($"/api/v1/cases/{caseId}/materials/authorisation", new { state = "Deferred" }, Cancel)).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    private static MultipartFormDataContent File(string name, byte[] content) => new() { { new ByteArrayContent(content), "file", name } };

    private static async Task<Guid> Receive(HttpClient clerk)
    {
        var answer = await clerk.PostAsJsonAsync(
            "/api/v1/cases", new { item = "YC-DA-0001", applicant = new { kind = "Person", name = "王" }, form = new { fileNumber = "2026-0001" } }, Cancel);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("caseId").GetGuid();
    }
}
