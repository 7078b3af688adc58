using ApprovalEngine.Workflow.Conformance;
using ApprovalEngine.Workflow.Definitions;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Runtime;

public sealed class Conformance_with_real_Elsa
{
    [Theory]
    [InlineData("counter", FlowMode.Counter)]
    [InlineData("waits", FlowMode.Counter)]
    [InlineData("nested", FlowMode.Counter)]
    [InlineData("expressions", FlowMode.Counter)]
    [InlineData("named", FlowMode.Counter)]
    [InlineData("token", FlowMode.Token)]
    [InlineData("waits", FlowMode.Token)]
    [InlineData("named", FlowMode.Token)]
    [InlineData("safe", FlowMode.Safe)]
    public void agrees_in_every_case(string file, FlowMode mode)
    {
        var results = ConformanceFile.Read(file)
            .Where(@case => @case.Mode == mode && !@case.IsDefect)
            .Select(@case => ConformanceRunner.Run(@case))
            .ToList();

        results.Should().NotBeEmpty();
        string.Join("\n", results.Where(result => !result.Agrees).Select(result => $"{result.Name} {result.Difference}")).Should().BeEmpty();
    }
}
