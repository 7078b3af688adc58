using System.Text.Json.Nodes;

namespace Host.Tests.Elsa;

/// <summary>The answers have the members, kinds, names and texts of the real server's.</summary>
public sealed class The_contract(GoldenScenario scenario) : IClassFixture<GoldenScenario>
{
    [Theory]
    [InlineData("definition-publish")]
    [InlineData("definition-by-definition-id")]
    [InlineData("definitions-many-by-id")]
    [InlineData("definition-subgraph")]
    [InlineData("definition-subgraph-segments")]
    [InlineData("is-name-unique")]
    [InlineData("definitions-count")]
    [InlineData("definition-consumers")]
    [InlineData("error-bad-request", "errors")]
    [InlineData("definition-execute", "activityState", "properties")]
    [InlineData("definition-dispatch")]
    [InlineData("instances-list")]
    [InlineData("instance-by-id", "activityState", "properties")]
    [InlineData("instance-execution-state")]
    [InlineData("instance-journal")]
    [InlineData("instance-variables")]
    [InlineData("activity-executions-list")]
    [InlineData("activity-execution-summaries-list")]
    [InlineData("activity-executions-report")]
    [InlineData("definition-retract")]
    [InlineData("bulk-publish")]
    [InlineData("bulk-retract")]
    [InlineData("definition-revert")]
    [InlineData("definition-versions", "options")]
    public void is_kept_by(string file, params string[] apart) => Shape.Differences(GoldenScenario.Golden(file), scenario[file], apart).Should().BeEmpty();

    [Fact]
    public void is_kept_by_the_list_of_definitions()
    {
        var (golden, ours) = (GoldenScenario.Golden("definitions-list-page"), scenario["definitions-list-page"]);

        // The real server's page shows another definition; all else is the same.
        var renamed = JsonNode.Parse(golden.ToJsonString().Replace("golden-consumer", "golden-approval", StringComparison.Ordinal).Replace("Golden consumer", "Golden approval", StringComparison.Ordinal));
        Shape.Differences(renamed, ours).Should().BeEmpty();
    }

    [Fact]
    public void differs_where_an_answer_does()
    {
        var golden = GoldenScenario.Golden("instance-execution-state");

        Shape.Differences(golden, JsonNode.Parse("""{ "status": "running", "SubStatus": "Suspended", "updatedAt": 5 }""")).Should().HaveCount(3);
    }
}
