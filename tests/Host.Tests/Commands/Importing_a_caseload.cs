using Host.Tests.Api;

namespace Host.Tests.Commands;

public sealed class Importing_a_caseload(RunningHost host) : CentreTest(host)
{
    private static string Log => Approval.Data("caseloads/permit-receipt-log.csv.gz");

    [Fact]
    public async Task brings_every_case_in_and_the_figures_right()
    {
        var imported = await Run("caseload", "import", Log);
        var again = await Run("caseload", "import", Log, "--json");
        var figures = await Run("stats", "--from", "2010-01-01", "--to", "2012-12-31", "--json");
        var rebuilt = await Run("stats", "rebuild");
        var verified = await Run("audit", "verify");

        imported.ExitCode.Should().Be(0, imported.Error);
        imported.LastLine.Should().StartWith("1434 of 1434 cases imported");
        again.Json.GetProperty("imported").GetInt32().Should().Be(0);
        new[] { "closed", "onTime", "overdue", "open" }.Select(name => figures.Json.GetProperty(name).GetInt32()).Should().Equal(1329, 952, 377, 105);
        rebuilt.ExitCode.Should().Be(0, rebuilt.Output);
        verified.LastLine.Should().EndWith(", 0 findings");
    }

    [Fact]
    public async Task that_cannot_be_read_changes_nothing_and_names_the_file()
    {
        var file = await Write("log.csv", "a,b\n1,2\n");

        var answer = await Run("caseload", "import", file);

        answer.ExitCode.Should().Be(2);
        answer.Error.Should().Contain($"{file}: line 1");
        answer.Output.Should().BeEmpty();
    }
}
