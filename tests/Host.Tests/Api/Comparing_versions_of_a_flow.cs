using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Host.Tests.Api;

public sealed class Comparing_versions_of_a_flow(RunningHost host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task says_in_designers_words_what_differs()
    {
        using var admin = await host.As("admin");
        using var clerk = await host.As("zhang.hui");
        var id = $"compared-{Guid.NewGuid():N}";
        var document = (await admin.GetFromJsonAsync<JsonObject>("/api/v1/definitions/instant-copy/versions/1", Cancel))!["document"]!.DeepClone().AsObject();
        (document["definitionId"], document["name"]) = (id, id);
        document.Remove("id");
        var first = await Read(await admin.PostAsJsonAsync("/api/v1/definitions", new { document }, Cancel));
        var published = await admin.PostAsJsonAsync(
            $"/api/v1/definitions/{id}/publish", new { buildsOn = new { version = 1, revision = (int)first["summary"]!["revision"]! }, overrides = Array.Empty<string>(), note = "first" }, Cancel);
        published.IsSuccessStatusCode.Should().BeTrue(await published.Content.ReadAsStringAsync(Cancel));

        Activity(document, "accept")["answerWithinDays"]!["expression"]!["value"] = 4;
        var activities = document["root"]!["activities"]!.AsArray();
        activities.Remove(Activity(document, "rate"));
        var ways = document["root"]!["connections"]!.AsArray();
        ways.Where(way => (string)way!["source"]!["activity"]! == "rate" || (string)way["target"]!["activity"]! == "rate").ToList().ForEach(way => ways.Remove(way));
        var published1 = (await admin.GetFromJsonAsync<JsonObject>($"/api/v1/definitions/{id}", Cancel))!["summary"]!;
        (await Read(await admin.PutAsJsonAsync($"/api/v1/definitions/{id}", new { document, buildsOn = new { version = 1, revision = (int)published1["revision"]! } }, Cancel)))["summary"]!["version"]!.GetValue<int>().Should().Be(2);

        var changes = (await admin.GetFromJsonAsync<JsonObject>($"/api/v1/definitions/{id}/changes?from=1", Cancel))!;

        ((int)changes["from"]!, (int)changes["to"]!).Should().Be((1, 2));
        var differences = changes["differences"]!.AsArray().Select(one => one!.AsObject()).ToList();
        var accept = differences.Single(one => (string?)one["activityId"] == "accept");
        ((string)accept["kind"]!, (string)accept["name"]!["en"]!).Should().Be(("Changed", "Acceptance check"));
        var days = accept["members"]!.AsArray().Single()!;
        ((string)days["label"]!["zh-Hans"]!, (string)days["before"]!["en"]!, (string)days["after"]!["en"]!).Should().Be(("答复期限（工作日）", "5", "4"));
        differences.Should().ContainSingle(one => (string)one["kind"]! == "Removed" && (string?)one["activityId"] == "rate");

        (await clerk.GetAsync($"/api/v1/definitions/{id}/changes?from=1", Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await admin.GetAsync($"/api/v1/definitions/{id}/changes?from=9", Cancel)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await admin.GetAsync($"/api/v1/definitions/{id}/changes", Cancel)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    private static async Task<JsonObject> Read(HttpResponseMessage answer)
    {
        answer.IsSuccessStatusCode.Should().BeTrue(await answer.Content.ReadAsStringAsync(Cancel));
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!;
    }

    private static JsonObject Activity(JsonObject document, string id) => document["root"]!["activities"]!.AsArray().Single(activity => (string)activity!["id"]! == id)!.AsObject();
}
