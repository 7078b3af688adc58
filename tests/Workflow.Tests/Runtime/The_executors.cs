using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Runtime;

public sealed class The_executors
{
    [Fact]
    public void are_exactly_those_of_the_types_that_may_be_published() => ActivityExecutors.Types.Should().BeEquivalentTo(ActivityTypes.Executed);
}
