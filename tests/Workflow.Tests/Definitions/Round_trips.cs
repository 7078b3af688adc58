using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Tests.Descriptors;
using CsCheck;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Definitions;

public sealed class Round_trips
{
    private static readonly Gen<string> Name = Gen.OneOf("a", "type", "id", "名", "text", "body", "expression", "value", "customProperties", "x-y", "", "$schema");

    // Raw texts of numbers: what another program wrote is kept to the last digit.
    private static readonly Gen<string> Scalar = Gen.OneOf(
        Gen.OneOf("null", "true", "false", "0", "-0", "1.0", "1.50", "1E5", "1e400", "12345678901234567890.10", "\"\"", "\"審查\"", "\"\\u0000\"", "\"<&>'\"", "\"\\ud83d\\ude00\""),
        Gen.Int.Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static readonly Gen<string> Unknown = Gen.Recursive<string>((depth, inner) => depth > 3 ? Scalar : Gen.OneOf(
        Scalar,
        inner.Array[0, 3].Select(items => $"[{string.Join(",", items)}]"),
        Gen.Select(Name, inner).Array[0, 3].Select(members => $"{{{string.Join(",", members.DistinctBy(member => member.Item1).Select(member => $"\"{member.Item1}\":{member.Item2}"))}}}")));

    private static readonly Gen<string> Types = Gen.OneOf("Elsa.WriteLine", "Elsa.FlowDecision", "Approval.ReviewTask", "Acme.Unknown", "Elsa.HttpEndpoint");

    private static readonly Gen<string> Definitions =
        from types in Types.Array[0, 6]
        from unknown in Unknown.Array[8]
        from ends in Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Unknown).Array[0, 6]
        let activities = types.Select((type, index) => $$$"""{"id":"n{{{index}}}","type":"{{{type}}}","version":1,"zz":{{{unknown[index]}}},"metadata":{"more":{{{unknown[index]}}} },"text":{"typeName":"String","expression":{"type":"Literal","value":{{{unknown[7 - index]}}},"zz":1.0} } }""")
        let connections = ends.Where(end => end.Item1 < types.Length && end.Item2 < types.Length).Select(end => $$$"""{"source":{"activity":"n{{{end.Item1}}}","port":"Done"},"target":{"activity":"n{{{end.Item2}}}"},"vertices":{{{end.Item3}}} }""")
        select $$$"""{"definitionId":"f","zz":{{{unknown[0]}}},"options":{"zz":{{{unknown[1]}}} },"variables":[{"name":"v","value":"1","zz":{{{unknown[2]}}} }],"root":{"id":"r","type":"Elsa.Flowchart","customProperties":{"zz":{{{unknown[3]}}} },"activities":[{{{string.Join(",", activities)}}}],"connections":[{{{string.Join(",", connections)}}}] } }""";

    public static TheoryData<string> Files => ["counter", "expressions", "named", "nested", "safe", "token", "waits"];

    [Fact]
    public void change_no_value_of_any_definition() =>
        Definitions.Sample(json =>
        {
            var written = FlowDefinition.Parse(json).ToJson();
            return Flows.Same(written, json) && FlowDefinition.Parse(written).ToJson() == written && Numbers(written) == Numbers(json);
        }, iter: 2_000);

    [Theory]
    [MemberData(nameof(Files))]
    public void change_no_value_of_what_real_Elsa_ran(string file)
    {
        foreach (var definition in ConformanceDefinitions.Of(file))
        {
            Flows.Same(FlowDefinition.Parse(definition).ToJson(), definition).Should().BeTrue();
        }
    }

    [Theory]
    [InlineData("definition-export")]
    [InlineData("definition-save-draft")]
    public void change_no_value_of_what_a_real_server_answered(string file)
    {
        var answer = Golden.Read(file);
        var json = (answer["workflowDefinition"] ?? answer).ToJsonString();
        var definition = FlowDefinition.Parse(json);

        Flows.Same(definition.ToJson(), json).Should().BeTrue();
        CompiledFlow.Compile(definition).Activities.Values.Should().OnlyContain(node => node.NodeId == (string)node.Json["nodeId"]!);
    }

    private static string Numbers(string json) => string.Join(" ", System.Text.RegularExpressions.Regex.Matches(json, @"(?<=[:,\[])-?\d[\d.eE+-]*").Select(match => match.Value));
}
