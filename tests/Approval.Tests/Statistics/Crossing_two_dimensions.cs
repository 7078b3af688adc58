using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Statistics;
using ApprovalEngine.Contracts.Statistics;

namespace Approval.Tests.Statistics;

/// <summary>Each cell of a pivot is what the same question answers by itself, and so is each total; its cases are as many as it says.</summary>
public sealed class Crossing_two_dimensions(FilledCentre centre) : FilledCentreTest(centre)
{
    private static readonly DateOnly First = new(2026, 1, 20);
    private static readonly DateOnly Last = new(2026, 3, 1);

    [Theory]
    [InlineData("item", "channel")]
    [InlineData("unit", "month")]
    [InlineData("month", "person")]
    [InlineData("person", "item")]
    public async Task answers_in_each_cell_what_the_question_filtered_to_it_answers(string rows, string columns)
    {
        var (auditor, open, onTime) = (await AccessOf("auditor"), await Pivot("auditor", "open", rows, columns), await Pivot("auditor", "onTimeRate", rows, columns));

        open.Cells.Should().HaveCountGreaterThan(3).And.OnlyHaveUniqueItems(cell => $"{cell.Row}|{cell.Column}");
        foreach (var cell in open.Cells)
        {
            var alone = await Alone(auditor, (rows, cell.Row), (columns, cell.Column));
            cell.Value.Should().Be(new FigureValue(alone.Open, null, false), "row {0}, column {1}", cell.Row, cell.Column);
            onTime.Cells.Single(one => (one.Row, one.Column) == (cell.Row, cell.Column)).Value.Rate.Should().Be(alone.Rates.OnTime);
        }
    }

    [Fact]
    public async Task opens_as_many_cases_as_a_cell_says_for_people_too()
    {
        var (auditor, pivot) = (await AccessOf("auditor"), await Pivot("auditor", "closed", "person", "month"));

        pivot.RowKeys.Should().Contain(["li", "wang", "zhao"]);
        foreach (var cell in pivot.Cells.Where(cell => cell.Value.Count > 0))
        {
            var (from, to) = Period(cell.Column);
            (await Send(new ListFigureCases(auditor, "closed", from, to, new StatisticsFilter(Person: cell.Row), Take: 200))).Items.Should().HaveCount((int)cell.Value.Count!);
        }
    }

    [Fact]
    public async Task counts_people_apart_and_the_whole_once()
    {
        var answer = await Send(new GetStatistics(await AccessOf("auditor"), First, Last, "person"));

        answer.Closed.Should().Be((await Send(new GetStatistics(await AccessOf("auditor"), First, Last))).Closed);
        answer.Groups.Sum(group => group.Closed).Should().BeGreaterThan(answer.Closed, "a permit passes through several hands");
    }

    [Fact]
    public async Task stays_within_the_askers_scope_and_is_for_overseers_alone()
    {
        (await Pivot("auditor2", "closed", "person", "month")).Cells.Should().OnlyContain(cell => cell.Value.Count == 0, "the cases are another department's");
        await FluentActions.Awaiting(() => Pivot("wang", "closed", "person", "month")).Should().ThrowAsync<ForbiddenException>();
    }

    [Fact]
    public async Task refuses_what_cannot_be_crossed()
    {
        await Refused("unit", "unit", First, Last, "columns");
        await Refused("month", "month", First, Last, "columns");
        await Refused("unit", "colour", First, Last, "by");
        await Refused("unit", "month", First, First.AddYears(3), "to");
        await FluentActions.Awaiting(() => Pivot("auditor", "none", "unit", "month")).Should().ThrowAsync<NotFoundException>();
    }

    private async Task Refused(string rows, string columns, DateOnly from, DateOnly to, string where)
    {
        var auditor = await AccessOf("auditor");
        (await FluentActions.Awaiting(() => Send(new GetPivot(auditor, "closed", from, to, rows, columns))).Should().ThrowAsync<RuleBrokenException>())
            .Which.Faults.Should().ContainSingle().Which.Where.Should().Be(where);
    }

    private async Task<StatisticsAnswer> Alone(Access access, params (string Dimension, string? Key)[] narrowed)
    {
        var (filter, (from, to)) = (new StatisticsFilter(), Period(narrowed.FirstOrDefault(one => one.Dimension == "month").Key));
        foreach (var (dimension, key) in narrowed)
        {
            filter = dimension switch
            {
                "item" => filter with { Item = key },
                "unit" => filter with { Unit = key, IsUnitAlone = key is not null },
                "channel" => filter with { Channel = key },
                "person" => filter with { Person = key },
                _ => filter,
            };
        }

        return await Send(new GetStatistics(access, from, to, null, filter));
    }

    private static (DateOnly From, DateOnly To) Period(string? month) => month is null
        ? (First, Last)
        : Months.Of(First, Last).Where(one => one.Key == month).Select(one => (one.First, one.Last)).Single();

    private async Task<PivotAnswer> Pivot(string user, string figure, string rows, string columns) => await Send(new GetPivot(await AccessOf(user), figure, First, Last, rows, columns));
}
