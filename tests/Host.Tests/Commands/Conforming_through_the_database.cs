using Host.Tests.Api;

namespace Host.Tests.Commands;

/// <summary>`flow conform --stored`: each state goes through PostgreSQL between the steps, and every step compiles afresh.</summary>
public sealed class Conforming_through_the_database(RunningHost host) : CentreTest(host)
{
    [Fact]
    public async Task agrees_in_every_named_case_of_both_of_Elsas_modes()
    {
        var answer = await Run("flow", "conform", Approval.Data("conformance/named.json.gz"), "--stored");

        answer.LastLine.Should().Be("136 of 136 agree", answer.Error);
        answer.ExitCode.Should().Be(0);
    }
}
