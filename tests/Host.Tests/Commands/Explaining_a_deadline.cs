namespace Host.Tests.Commands;

public sealed class Explaining_a_deadline
{
    private static readonly string[] Example =
        ["deadline", "explain", "--accepted", "2026-02-11T10:00", "--days", "5", "--suspend", "2026-02-13T15:00..2026-02-24T11:00"];

    [Fact]
    public async Task says_a_line_a_day_and_when_it_is_due()
    {
        var answer = await Approval.Run([.. Example, "--lang", "en"]);

        answer.ExitCode.Should().Be(0);
        answer.Output.Should().Contain("2026-02-12 Thu: day 1").And.Contain("2026-02-13 Fri: the clock stood still").And.Contain("Due 2026-02-28 17:30.");
        answer.Error.Should().BeEmpty();
    }

    [Fact]
    public async Task answers_in_the_shape_of_the_worked_examples()
    {
        var answer = await Approval.Run([.. Example, "--closed", "2026-02-28T17:30:01+08:00", "--json"]);

        answer.Json.GetProperty("dueAt").GetString().Should().Be("2026-02-28T17:30:00+08:00");
        answer.Json.GetProperty("suspendedDays").GetArrayLength().Should().Be(3);
        answer.Json.GetProperty("closings")[0].GetProperty("onTime").GetBoolean().Should().BeFalse();
    }

    [Fact]
    public async Task never_guesses_a_year_without_a_calendar()
    {
        var answer = await Approval.Run("deadline", "explain", "--accepted", "2026-12-28T10:00", "--days", "5", "--json");

        answer.ExitCode.Should().Be(1);
        answer.Json.GetProperty("error").GetString().Should().Be("CalendarYearMissing");
        answer.Json.GetProperty("year").GetInt32().Should().Be(2027);
    }

    [Theory]
    [InlineData("--accepted", "yesterday", "5", "2026-02-13T15:00..")]
    [InlineData("--days", "2026-02-11T10:00", "-1", "2026-02-13T15:00..")]
    [InlineData("--suspend", "2026-02-11T10:00", "5", "2026-02-13T15:00")]
    public async Task names_the_option_that_cannot_be_read(string option, string accepted, string days, string suspension)
    {
        var answer = await Approval.Run("deadline", "explain", "--accepted", accepted, $"--days={days}", "--suspend", suspension);

        answer.ExitCode.Should().Be(2);
        answer.Error.Should().StartWith(option);
        answer.Output.Should().BeEmpty();
    }
}
