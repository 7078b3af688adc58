namespace Host.Tests.Commands;

public sealed class Linting_a_flow
{
    private const string Broken = """
        {
          "id": "x:1", "definitionId": "x", "name": "x", "version": 1,
          "root": {
            "id": "root", "type": "Elsa.Flowchart", "version": 1,
            "activities": [
              { "id": "say", "type": "Elsa.WriteLine", "version": 1, "text": { "typeName": "String", "expression": { "type": "JavaScript", "value": "1 +" } } }
            ],
            "connections": []
          }
        }
        """;

    [Fact]
    public async Task says_a_line_a_finding_and_fails_on_an_error()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path);
        var file = Path.Combine(folder.Path, "broken.json");
        await File.WriteAllTextAsync(file, Broken, TestContext.Current.CancellationToken);

        var answer = await Approval.Run("flow", "lint", file);

        answer.ExitCode.Should().Be(1);
        answer.Output.Should().Contain($"{file}: error ExpressionDoesNotParse say: The JavaScript expression");
        (await Approval.Run("flow", "lint", file, "--json", "--lang", "zh-Hans")).Json[0].GetProperty("sentence").GetString().Should().Contain("语法错误");
    }
}
