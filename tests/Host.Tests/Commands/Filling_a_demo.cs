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
