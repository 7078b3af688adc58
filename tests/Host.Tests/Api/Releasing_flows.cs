using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApprovalEngine.Contracts.Organisation;
using Host.Tests.Elsa;

namespace Host.Tests.Api;

/// <summary>The setting is the whole centre's, which all tests share: nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(Releasing_flows), DisableParallelization = true)]
public sealed class Alone;

/// <summary>A centre where a second administrator releases flows.</summary>
[Collection(nameof(Releasing_flows))]
public sealed class Releasing_flows(RunningHost host) : ElsaTest(host)
{

    [Fact]
    public async Task keeps_what_Studio_publishes_as_a_draft_says_so_and_lets_somebody_else_release_it()
    {
        var userName = $"second-{Guid.NewGuid():N}";
        (await Admin.PostAsJsonAsync("/api/v1/organisation/people", new AddPersonRequest(userName, "第二人", RunningHost.Password, [new(Role.Administrator, "YC")]), Cancel)).EnsureSuccessStatusCode();
        using var second = await Host.As(userName);
        var saved = await Save(NewFlow(Unique("released"), Line("say", "hello")));
        var id = saved["definitionId"]!.GetValue<string>();
        await Setting(true);
        try
        {
            var published = await Post("workflow-definitions", new JsonObject { ["model"] = saved.DeepClone(), ["publish"] = true });

            published.StatusCode.Should().Be(HttpStatusCode.BadRequest, "Studio says of every other answer that it was published");
            (await published.Content.ReadAsStringAsync(Cancel)).Should().Contain("its release is asked for");
            var ours = await Admin.PostAsJsonAsync($"/api/v1/definitions/{id}/publish", new { note = "from our own screen" }, Cancel);
            (await ours.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("awaitsRelease").GetBoolean().Should().BeTrue();
            (await Act(Admin, id, "release")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
            using var clerk = await Host.As("li.na");
            (await Act(clerk, id, "release")).StatusCode.Should().Be(HttpStatusCode.Forbidden);

            var released = await Act(second, id, "release");

            released.StatusCode.Should().Be(HttpStatusCode.OK);
            (await released.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("isPublished").GetBoolean().Should().BeTrue();
            (await Act(second, id, "refuse")).StatusCode.Should().Be(HttpStatusCode.Conflict);
        }
        finally
        {
            await Setting(false);
        }
    }

    private static Task<HttpResponseMessage> Act(HttpClient person, string id, string act) =>
        person.PostAsJsonAsync($"/api/v1/definitions/{id}/releases/2/{act}", new { reason = "no" }, Cancel);

    private async Task Setting(bool isOn) => (await Admin.PutAsJsonAsync("/api/v1/centre/settings", new CentreSettingsView(isOn), Cancel)).EnsureSuccessStatusCode();
}
