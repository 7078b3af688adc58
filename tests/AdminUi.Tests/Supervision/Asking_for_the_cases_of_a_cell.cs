using ApprovalEngine.AdminUi.Supervision;

namespace AdminUi.Tests.Supervision;

public sealed class Asking_for_the_cases_of_a_cell
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

    [Fact]
    public void compares_with_as_many_days_before() => Asked.Before().Query.Should().StartWith("from=2025-12-06&to=2026-01-19&");

    [Fact]
    public void keeps_calendar_limits_apart() => Asked.Cases("timeSaved", isCalendar: true).Should().StartWith("office/report/cases?figure=timeSaved&from=").And.EndWith("&isCalendar=true");
}
