using System.Globalization;
using System.Text.RegularExpressions;
using ApprovalEngine.AdminUi.Supervision;
using ApprovalEngine.Contracts.Statistics;

namespace AdminUi.Tests.Supervision;

public sealed partial class Asking_for_the_cases_of_a_cell
{
    private static readonly FigureQuestion Asked = new(new(2026, 1, 20), new(2026, 3, 5)) { Unit = "YC", Item = "A&B" };

    [Theory]
    [InlineData("month", "2026-01", "from=2026-01-20&to=2026-01-31&item=A%26B&unit=YC")]
    [InlineData("month", "2026-02", "from=2026-02-01&to=2026-02-28&item=A%26B&unit=YC")]
    [InlineData("month", "2026-03", "from=2026-03-01&to=2026-03-05&item=A%26B&unit=YC")]
    [InlineData("unit", "YC-DA", "from=2026-01-20&to=2026-03-05&item=A%26B&unit=YC-DA&unitAlone=true")]
    [InlineData("person", "li.na", "from=2026-01-20&to=2026-03-05&item=A%26B&unit=YC&person=li.na")]
    [InlineData("window", "-", "from=2026-01-20&to=2026-03-05&item=A%26B&unit=YC&window=-")]
    [InlineData("unit", null, "from=2026-01-20&to=2026-03-05&item=A%26B&unit=YC")]
    public void narrows_the_question_to_its_group(string dimension, string? key, string query) => Asked.Of(dimension, key).Query.Should().Be(query);

    [Theory]
    [InlineData("2026-09-01", "2026-09-30", "from=2026-08-01&to=2026-08-31")]
    [InlineData("2026-03-01", "2026-03-31", "from=2026-02-01&to=2026-02-28")]
    [InlineData("2026-07-01", "2026-09-30", "from=2026-04-01&to=2026-06-30")]
    [InlineData("2026-01-01", "2026-12-31", "from=2025-01-01&to=2025-12-31")]
    [InlineData("2026-09-01", "2026-09-29", "from=2026-08-03&to=2026-08-31")]
    public void compares_whole_months_with_whole_months(string from, string to, string before) =>
        new FigureQuestion(DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture)).Earlier(Comparison.Before).Query.Should().Be(before);

    [Theory]
    [InlineData("2026-09-01", "2026-09-29", "from=2025-09-01&to=2025-09-29")]
    [InlineData("2028-02-01", "2028-02-29", "from=2027-02-01&to=2027-02-28")]
    [InlineData("2029-02-01", "2029-02-28", "from=2028-02-01&to=2028-02-29")]
    public void compares_with_the_same_days_of_the_year_before(string from, string to, string before) =>
        new FigureQuestion(DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture)).Earlier(Comparison.Year).Query.Should().Be(before);

    [Theory]
    [InlineData("2026-07-01", "2026-09-30", Comparison.Before, "2026-08", "2026-05")]
    [InlineData("2026-01-01", "2026-12-31", Comparison.Before, "2026-03", "2025-03")]
    [InlineData("2026-01-20", "2026-03-05", Comparison.Before, "2026-02", null)]
    [InlineData("2026-01-20", "2026-03-05", Comparison.Year, "2026-02", "2025-02")]
    public void sets_a_month_beside_the_one_in_its_place_before(string from, string to, Comparison comparison, string month, string? before) =>
        new FigureDays(DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture)).EarlierKey(comparison, "month", month).Should().Be(before);

    [Fact]
    public void narrows_to_any_way_in_which_cases_come() => FigureQuestion.Channels.Should().Equal(
        Channel().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Server", "Approval", "Cases", "Channel.cs"))).Select(match => match.Groups[1].Value));

    [Fact]
    public void leads_back_to_the_report_that_asked() =>
        (Asked with { Report = "?by=item&sort=-overdue" }).Of("unit", "YC-DA").Cases("overdue").Should().EndWith("&report=%3Fby%3Ditem%26sort%3D-overdue");

    [Fact]
    public void compares_with_as_many_days_before() => Asked.Earlier(Comparison.Before).Query.Should().StartWith("from=2025-12-06&to=2026-01-19&");

    [Fact]
    public void keeps_calendar_limits_apart() => Asked.Cases("timeSaved", isCalendar: true).Should().StartWith("office/report/cases?figure=timeSaved&from=").And.EndWith("&isCalendar=true");

    [GeneratedRegex(@"(\w+) = \d+,")]
    private static partial Regex Channel();
}
