using System.Text.Json.Nodes;
using ApprovalEngine.Approval;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Definitions;
using Host.Tests.Api;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Host.Tests.Commands;

public sealed class Moving_cases(RunningHost host) : CentreTest(host)
{
    private static readonly string[] Between = ["--from", "1", "--to", "2"];

    [Fact]
    public async Task proposes_previews_and_runs_and_leaves_every_case_sound()
    {
        (await Run("demo", "--cases", "80", "--month", "2026-03")).ExitCode.Should().Be(0);
        var flow = await PublishSecondVersion();

        var proposed = await Run(["migrate", "propose", flow, .. Between, "--json"]);
        var previewed = await Run(["migrate", "preview", flow, .. Between, "--json"]);
        var unsaid = await Run(["migrate", "run", flow, .. Between]);
        var run = await Run(["migrate", "run", flow, .. Between, "--reason", "redesigned", "--json"]);
        var again = await Run(["migrate", "preview", flow, .. Between, "--json"]);

        proposed.ExitCode.Should().Be(0, proposed.Error);
        proposed.Json.GetProperty("pairs").EnumerateArray().Should().OnlyContain(pair => pair.GetProperty("target").GetString() == pair.GetProperty("activity").GetString());
        proposed.Json.GetProperty("newActivities").EnumerateArray().Select(one => one.GetString()).Should().Equal("noted");
        var open = proposed.Json.GetProperty("openCases").GetInt32();
        open.Should().BePositive();
        previewed.ExitCode.Should().Be(0, previewed.Output);
        (previewed.Json.GetProperty("cases").GetInt32(), previewed.Json.GetProperty("movable").GetInt32(), previewed.Json.GetProperty("dueMoved").GetInt32()).Should().Be((open, open, 0));
        unsaid.ExitCode.Should().Be(2, "a reason stands in every trail");
        run.ExitCode.Should().Be(0, run.Error);
        run.Json.GetProperty("migration").GetProperty("done").GetInt32().Should().Be(open);
        again.Json.GetProperty("cases").GetInt32().Should().Be(0);
        (await Run("check")).ExitCode.Should().Be(0);
        (await Run("audit", "verify")).ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task refuses_versions_and_mappings_that_are_not_there()
    {
        var mapping = await Write("mapping.json", """{"targets": {"a": """);

        (await Run("migrate", "propose", "no-such-flow", "--from", "1", "--to", "2")).ExitCode.Should().Be(2);
        (await Run("migrate", "preview", "housing-transfer", "--from", "1", "--to", "7")).ExitCode.Should().Be(2);
        var broken = await Run("migrate", "preview", "housing-transfer", "--from", "1", "--to", "1", "--mapping", mapping);
        broken.ExitCode.Should().Be(2);
        broken.Error.Should().Contain("mapping.json").And.Contain("line 1");
    }

    /// <summary>The flow on which most cases run gets a note behind its promise clock.</summary>
    /// <returns>Its id.</returns>
    private async Task<string> PublishSecondVersion()
    {
        var flow = await Scalar("select definition_id from cases where status < 7 group by 1 order by count(*) desc, 1 limit 1");
        var exported = JsonNode.Parse((await Run("flow", "export", flow)).Output)!.AsObject();
        var root = exported["root"]!;
        root["activities"]!.AsArray().Add(new JsonObject { ["id"] = "noted", ["type"] = "Elsa.WriteLine", ["version"] = 1 });
        var way = root["connections"]!.AsArray().Single(link => (string?)link!["source"]!["activity"] == "clock" && (string?)link["source"]!["port"] == "Done")!;
        root["connections"]!.AsArray().Add(new JsonObject { ["source"] = new JsonObject { ["activity"] = "noted", ["port"] = "Done" }, ["target"] = way["target"]!.DeepClone() });
        way["target"] = new JsonObject { ["activity"] = "noted", ["port"] = "In" };
        (await Run("flow", "import", await Write("second.json", exported.ToJsonString()))).ExitCode.Should().Be(0);
        await using var services = new ServiceCollection().AddLogging().AddApproval(ConnectionString).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var admin = (await services.GetRequiredService<OrgDirectory>().AccessOf("admin"))!;
        (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new PublishFlow(admin, flow, new PublishFlowRequest()), TestContext.Current.CancellationToken)).Version.Should().Be(2);
        return flow;
    }
}
