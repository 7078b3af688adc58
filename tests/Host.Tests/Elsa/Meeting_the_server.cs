using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Host.Tests.Api;

namespace Host.Tests.Elsa;

public sealed class Meeting_the_server(RunningHost host) : ElsaTest(host)
{
    [Fact]
    public async Task signs_a_program_in_with_a_token_for_the_whole_contract()
    {
        using var program = Host.Anonymous();

        var answer = await Json(await Post(program, "identity/login", Credentials(RunningHost.Password)));

        ((bool)answer["isAuthenticated"]!).Should().BeTrue();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)answer["accessToken"]!);
        (await program.GetAsync("/elsa/api/workflow-definitions", Cancel)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task says_in_the_answer_that_a_password_is_wrong()
    {
        using var program = Host.Anonymous();

        (await Json(await Post(program, "identity/login", Credentials("wrong")))).ToJsonString().Should().Be("""{"isAuthenticated":false}""");
    }

    [Fact]
    public async Task names_the_modules_whose_part_it_plays()
    {
        var features = await Get("features/installed");

        ((int)features["count"]!).Should().Be(features["items"]!.AsArray().Count).And.BePositive();
        JsonNode.DeepEquals(await Get("features/installed/Elsa.Workflows"), JsonNode.Parse(
            """{ "name": "Workflows", "namespace": "Elsa", "fullName": "Elsa.Workflows", "displayName": "Workflows", "description": "" }""")).Should().BeTrue();
        (await Admin.GetAsync("/elsa/api/features/installed/Elsa.Unknown", Cancel)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task gives_its_version() => ((string)(await Get("package/version"))["packageVersion"]!).Should().MatchRegex(@"^\d+\.\d+\.\d+$");

    private static JsonObject Credentials(string password) => new() { ["username"] = "admin", ["password"] = password };
}
