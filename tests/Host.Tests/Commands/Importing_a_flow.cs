using System.Text.Json.Nodes;
using Host.Tests.Api;

namespace Host.Tests.Commands;

public sealed class Importing_a_flow(RunningHost host) : CentreTest(host)
{
    private const string Foreign = """
        {
          "id": "abc", "definitionId": "foreign", "name": "Foreign", "version": 1, "toolVersion": "3.8.0.0", "somethingUnknown": { "kept": [1, 2.50, null] },
          "root": {
            "id": "root", "type": "Elsa.Flowchart", "version": 1, "customProperties": { "canStartWorkflow": false },
            "activities": [ { "id": "mail", "type": "Elsa.SendEmail", "version": 1, "to": { "typeName": "String", "expression": { "type": "Literal", "value": "x" } } } ],
            "connections": []
          }
        }
        """;

    [Fact]
    public async Task reports_what_does_not_run_here_and_gives_all_of_it_back()
    {
        var file = await Write("foreign.json", Foreign);

        var imported = await Run("flow", "import", file);
        var again = await Run("flow", "import", file);
        var exported = await Run("flow", "export", "foreign");

        imported.ExitCode.Should().Be(1);
        imported.Output.Should().Contain($"{file}: foreign version 1").And.Contain("mail").And.Contain("Elsa.SendEmail");
        again.Output.Should().Contain("unchanged");
        exported.ExitCode.Should().Be(0);
        JsonNode.DeepEquals(JsonNode.Parse(exported.Output)!["root"], JsonNode.Parse(Foreign)!["root"]).Should().BeTrue();
        JsonNode.DeepEquals(JsonNode.Parse(exported.Output)!["somethingUnknown"], JsonNode.Parse(Foreign)!["somethingUnknown"]).Should().BeTrue();
    }

    [Fact]
    public async Task that_is_not_there_says_so()
    {
        var answer = await Run("flow", "export", "no-such-flow");

        answer.ExitCode.Should().Be(2);
        answer.Error.Should().Contain("no-such-flow");
    }
}
