using Host.Tests.Api;

namespace Host.Tests.Commands;

public sealed class Filling_a_demo(RunningHost host) : CentreTest(host)
{
    [Fact]
    public async Task adds_a_month_once_with_alerts_that_are_listed()
    {
        var filled = await Run("demo", "--cases", "150", "--month", "2026-03", "--json");
        var again = await Run("demo", "--cases", "150", "--month", "2026-03", "--json");
        var alerts = await Run("alerts", "--json");

        filled.ExitCode.Should().Be(0, filled.Error);
        filled.Json.GetProperty("added").GetInt32().Should().Be(150);
        again.Json.GetProperty("added").GetInt32().Should().Be(0);
        alerts.ExitCode.Should().Be(0, alerts.Error);
        alerts.Json.GetProperty("alerts").GetArrayLength().Should().BeGreaterThan(0);
    }

    [Fact]
    public async Task ends_with_1_and_names_what_the_check_of_cases_and_figures_finds()
    {
        string[] demo = ["demo", "--cases", "40", "--month", "2026-03"];
        (await Run(demo)).ExitCode.Should().Be(0);
        var caseNo = await Scalar("delete from task_open where (case_id, task_no) = (select case_id, task_no from task_open order by case_id limit 1) returning case_no");
        await Scalar("update rollup set closed = closed + 5 where (dim, grain, period, key, case_kind, limit_kind) = (select dim, grain, period, key, case_kind, limit_kind from rollup where dim = 0 and grain = 0 order by period, case_kind limit 1) returning period::text");

        var again = await Run(demo);
        var document = await Run([.. demo, "--json"]);

        again.ExitCode.Should().Be(1, again.Error);
        again.Output.Should().Contain($"{caseNo}: TasksDiffer").And.MatchRegex(@"centre 0 2026-03-\d\d: closed was \d+, counted \d+");
        document.ExitCode.Should().Be(1, document.Error);
        document.Json.GetProperty("findings").GetArrayLength().Should().Be(1);
        document.Json.GetProperty("differences").GetArrayLength().Should().Be(1);
    }

    [Theory]
    [InlineData("demo", "--month", "2026")]
    [InlineData("stats", "--from", "2026-01-01", "--to", "tomorrow")]
    [InlineData("stats", "--from", "2026-01-01", "--to", "2026-01-31", "--by", "weather")]
    public async Task and_its_figures_refuse_what_cannot_be_read(params string[] command)
    {
        var answer = await Run(command);

        answer.ExitCode.Should().Be(2, answer.Error);
        answer.Output.Should().BeEmpty();
    }
}
