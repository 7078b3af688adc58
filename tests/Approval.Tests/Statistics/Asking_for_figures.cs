using Approval.Tests.Demo;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Statistics;
using ApprovalEngine.Contracts.Statistics;
using MediatR;

namespace Approval.Tests.Statistics;

public sealed class Asking_for_figures(FilledCentre centre) : FilledCentreTest(centre)
{
    private static readonly DateOnly First = new(2026, 2, 1);
    private static readonly DateOnly Last = new(2026, 2, 28);

    [Fact]
    public async Task answers_within_the_askers_scope()
    {
        (await Ask("auditor")).Accepted.Should().BePositive();
        (await Ask("boss")).Should().BeEquivalentTo(await Ask("auditor"));
        (await Ask("auditor2")).Accepted.Should().Be(0, "the cases are another department's");
        await FluentActions.Awaiting(() => Ask("wang")).Should().ThrowAsync<ForbiddenException>();
    }

    [Theory]
    [InlineData("item")]
    [InlineData("unit")]
    [InlineData("window")]
    [InlineData("channel")]
    public async Task groups_pool_to_the_whole(string by)
    {
        var answer = await Ask("auditor", by);

        answer.Groups.Sum(group => group.Accepted).Should().Be(answer.Accepted);
        answer.Groups.Sum(group => group.Open).Should().Be(answer.Open);
        answer.Groups.Sum(group => group.Rates.AverageEarly.Numerator).Should().Be(answer.Rates.AverageEarly.Numerator);
    }

    [Fact]
    public async Task a_months_group_is_what_the_month_alone_answers()
    {
        var groups = (await Send(new GetStatistics(await AccessOf("auditor"), new DateOnly(2026, 1, 20), new DateOnly(2026, 3, 1), "month"))).Groups;

        groups.Select(group => group.Key).Should().Equal("2026-01", "2026-02", "2026-03");
        var alone = await Ask("auditor");
        (groups[1].Accepted, groups[1].Closed, groups[1].Open, groups[1].OpenOverdue).Should().Be((alone.Accepted, alone.Closed, alone.Open, alone.OpenOverdue));
        groups[1].Rates.Should().BeEquivalentTo(alone.Rates);
    }

    [Fact]
    public async Task the_cases_behind_a_figure_are_as_many_as_it_says_page_by_page()
    {
        var auditor = await AccessOf("auditor");
        var expected = (await Ask("auditor")).Closed;
        var (seen, next) = (new List<Guid>(), (string?)null);
        do
        {
            var page = await Send(new ListFigureCases(auditor, "closed", First, Last, After: next, Take: 7));
            seen.AddRange(page.Items.Select(one => one.CaseId));
            next = page.Next;
        }
        while (next is not null);

        seen.Should().OnlyHaveUniqueItems().And.HaveCount((int)expected);
        (await Send(new ListFigureCases(await AccessOf("auditor2"), "closed", First, Last))).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task the_open_cases_behind_a_figure_say_how_many_working_days_are_left()
    {
        var auditor = await AccessOf("auditor");
        var open = (await Send(new ListFigureCases(auditor, "open", First, Last, Take: 200))).Items.Where(one => one.ClosedAt is null && one.DueAt is not null);

        open.Should().NotBeEmpty().And.OnlyContain(one => one.RemainingDays != null);
        (await Send(new ListFigureCases(auditor, "closed", First, Last))).Items.Should().OnlyContain(one => one.RemainingDays == null);
    }

    [Theory]
    [InlineData("closed", FigureCaseSort.Newest)]
    [InlineData("open", FigureCaseSort.Due)]
    [InlineData("timeSaved", FigureCaseSort.Most)]
    [InlineData("timeSaved", FigureCaseSort.Least)]
    public async Task the_cases_behind_a_figure_keep_an_order_over_all_pages(string figure, FigureCaseSort sort)
    {
        var auditor = await AccessOf("auditor");
        var expected = (await Send(new ListFigureCases(auditor, figure, First, Last, Take: 200))).Items;
        var (seen, next) = (new List<FigureCase>(), (string?)null);
        do
        {
            var page = await Send(new ListFigureCases(auditor, figure, First, Last, After: next, Take: 3, Sort: sort));
            seen.AddRange(page.Items);
            next = page.Next;
        }
        while (next is not null);

        seen.Should().HaveCountGreaterThan(3).And.BeEquivalentTo(expected);
        seen.Should().BeEquivalentTo(sort switch
        {
            FigureCaseSort.Newest => expected.OrderByDescending(one => one.CaseId),
            FigureCaseSort.Most => expected.OrderByDescending(one => one.Amount).ThenByDescending(one => one.CaseId),
            FigureCaseSort.Least => expected.OrderBy(one => one.Amount).ThenBy(one => one.CaseId),
            _ => expected.OrderBy(one => one.DueAt ?? DateTimeOffset.MaxValue).ThenBy(one => one.CaseId),
        }, options => options.WithStrictOrdering());
    }

    [Fact]
    public async Task a_place_in_one_order_is_none_in_another_and_a_figure_has_only_orders_that_it_knows()
    {
        var auditor = await AccessOf("auditor");
        var place = (await Send(new ListFigureCases(auditor, "closed", First, Last, Take: 2))).Next;

        await Refused(new ListFigureCases(auditor, "closed", First, Last, After: place, Sort: FigureCaseSort.Newest), "after");
        await Refused(new ListFigureCases(auditor, "closed", First, Last, Sort: FigureCaseSort.Due), "sort");
        await Refused(new ListFigureCases(auditor, "closed", First, Last, Sort: FigureCaseSort.Most), "sort");
    }

    [Fact]
    public async Task refuses_what_makes_no_sense_and_names_the_place()
    {
        var auditor = await AccessOf("auditor");
        await Refused(new GetStatistics(auditor, Last, First), "to");
        await Refused(new GetStatistics(auditor, First, Last, "colour"), "by");
        await Refused(new GetStatistics(auditor, First, Last, null, new StatisticsFilter(Channel: "Pigeon")), "channel");
        await FluentActions.Awaiting(() => Send(new GetStatistics(auditor, First, Last, null, new StatisticsFilter(Item: "none")))).Should().ThrowAsync<NotFoundException>();
        await FluentActions.Awaiting(() => Send(new ListFigureCases(auditor, "none", First, Last))).Should().ThrowAsync<NotFoundException>();
    }

    [Fact]
    public async Task the_promise_compression_is_that_of_the_items_in_scope()
    {
        var all = await Send(new GetPromiseCompression(await AccessOf("auditor")));

        // COPY promises 0 of 1 working days, PERMIT 5 of 20.
        all.Items.Select(item => item.Item).Should().Equal(SmallCentre.Instant, SmallCentre.Promised);
        all.Rate.Should().Be(new Rate(76.19m, 16, 21));
        (await Send(new GetPromiseCompression(await AccessOf("auditor2")))).Rate.Value.Should().BeNull();
    }

    [Fact]
    public async Task every_figure_says_what_it_means_in_three_languages()
    {
        var figures = await Send(new ListFigures());

        figures.Select(figure => figure.Code).Should().Contain(["averageEarly", "timeSaved", "earlyShare", "onTimeRate", "overdueRate", "instant", "open", "openOverdue", "promiseCompression", "satisfaction", "urgencyInTime", "urgencyNotice", "urgencyOverdue", "urgencyStopped", "urgencyReceived"]);
        figures.SelectMany(figure => new[] { figure.Name, figure.Formula, figure.Numerator, figure.Exclusions })
            .Should().OnlyContain(text => text.ZhHans.Length > 0 && text.ZhHant.Length > 0 && text.En.Length > 0);
    }

    private async Task Refused<T>(IRequest<T> asked, string where) =>
        (await FluentActions.Awaiting(() => Send(asked)).Should().ThrowAsync<RuleBrokenException>()).Which.Faults.Should().ContainSingle().Which.Where.Should().Be(where);

    private async Task<StatisticsAnswer> Ask(string user, string? by = null) => await Send(new GetStatistics(await AccessOf(user), First, Last, by));
}
