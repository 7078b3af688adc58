namespace Host.Tests.Commands;

public sealed class Running_a_flow
{
    private const string Definition = """
        {
          "id": "x:1", "definitionId": "x", "name": "x", "version": 1,
          "inputs": [ { "type": "String", "name": "who" } ],
          "root": {
            "id": "root", "type": "Elsa.Flowchart", "version": 1,
            "activities": [
              { "id": "hello", "type": "Elsa.WriteLine", "version": 1, "text": { "typeName": "String", "expression": { "type": "JavaScript", "value": "'Hello ' + getInput('who')" } } },
              { "id": "wait", "type": "Elsa.Event", "version": 1, "eventName": { "typeName": "String", "expression": { "type": "Literal", "value": "Go" } } }
            ],
            "connections": [ { "source": { "activity": "hello", "port": "Done" }, "target": { "activity": "wait", "port": "In" } } ]
          }
        }
        """;

    [Fact]
    public async Task prints_what_it_writes_and_where_it_stands()
    {
        using var folder = new TemporaryFolder();
        var file = await Write(folder, Definition);

        var answer = await Approval.Run("flow", "run", file, "--input", "who=Chengdu");

        answer.Output.Should().Be("Hello Chengdu\nRunning Suspended Elsa.Event(wait: Go)\n");
        answer.ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task goes_on_with_what_it_is_resumed_with()
    {
        using var folder = new TemporaryFolder();
        var file = await Write(folder, Definition);

        var answer = await Approval.Run("flow", "run", file, "--resume", "event:Go");

        answer.LastLine.Should().Be("Finished Finished");
    }

    [Fact]
    public async Task refuses_what_is_not_a_definition_and_names_the_place()
    {
        using var folder = new TemporaryFolder();
        var file = await Write(folder, "{ \"root\": 3 }");

        var answer = await Approval.Run("flow", "run", file);

        answer.ExitCode.Should().Be(2);
        answer.Error.Should().StartWith($"{file}: $.root");
    }

    private static async Task<string> Write(TemporaryFolder folder, string text)
    {
        Directory.CreateDirectory(folder.Path);
        var file = Path.Combine(folder.Path, "flow.json");
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        return file;
    }
}
