using ApprovalEngine.Workflow.Calendars;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Calendars;

public sealed class Explaining_a_deadline
{
    private static readonly Clock SpringFestival = new(China.At("2026-02-11 10:00"), Limit.Days(5), 0, [new(China.At("2026-02-13 15:00"), China.At("2026-02-24 11:00"))]);

    [Theory]
    [InlineData("en", "2026-02-11 Wed: day of acceptance, not counted", "2026-02-28 Sat: day 5 (working weekend, 春节)", "Due 2026-02-28 17:30.")]
    [InlineData("zh-Hans", "2026-02-11 周三：受理当日，不计入", "2026-02-28 周六：第 5 日（调休上班，春节）", "2026-02-28 17:30 到期。")]
    [InlineData("zh-Hant", "2026-02-11 週三：受理當日，不計入", "2026-02-28 週六：第 5 日（調休上班，春节）", "2026-02-28 17:30 到期。")]
    public void says_a_line_a_day_with_its_reason(string language, string first, string last, string due)
    {
        var lines = DeadlineWords.Of(SpringFestival, China.Calendar, SpringFestival.StartedAt, language);

        lines.Should().ContainInOrder(first, last, due);
        lines.Should().HaveCount(1 + 18 + 2, "the limit, eighteen days, the due moment and the calendar's version");
    }

    [Fact]
    public void names_the_year_whose_calendar_is_missing() =>
        DeadlineWords.Of(new Clock(China.At("2026-12-28 10:00"), Limit.Days(5), 0, []), China.Calendar, China.At("2026-12-28 10:00"), "en")
            .Should().Contain("The due moment is not known until the calendar of 2027 is published.");

    [Fact]
    public void says_what_is_left_while_the_clock_stands_still() =>
        DeadlineWords.Of(new Clock(China.At("2025-03-10 10:00"), Limit.Days(5), 0, [new(China.At("2025-03-13 17:30"), null)]), China.Calendar, China.At("2025-03-20 10:00"), "en")
            .Should().Contain("The clock stands still: 2 working days are left.");
}
