using Approval.Tests.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Ratings;
using ApprovalEngine.Contracts.Statistics;

namespace Approval.Tests.Ratings;

public sealed class Measuring_satisfaction(PostgresServer server) : CaseTest(server)
{
    private static readonly RatingFilter March = new(new(2026, 3, 1), new(2026, 3, 31));

    [Fact]
    public async Task counts_grades_of_three_and_better_among_those_that_were_given()
    {
        await Rated(5, 4, 3, 2, 1, 1);

        var satisfaction = await Send(new GetSatisfaction(await AccessOf("supervisor"), March));

        satisfaction.Rate.Should().Be(new Rate(50.00m, 3, 6));
        satisfaction.Grades.Select(grade => grade.Count).Should().Equal(1, 1, 1, 1, 2);
    }

    [Fact]
    public async Task gives_no_value_where_nobody_has_said_anything()
    {
        (await Send(new GetSatisfaction(await AccessOf("supervisor"), March))).Rate.Should().Be(new Rate(null, 0, 0));
    }

    [Fact]
    public async Task lists_exactly_the_ratings_that_it_counts_page_by_page()
    {
        await Rated(5, 4, 2, 1, 3);
        var supervisor = await AccessOf("supervisor");

        var first = await Send(new ListRatings(supervisor, March, OnlyBad: false, null, 2));
        var second = await Send(new ListRatings(supervisor, March, OnlyBad: false, first.Next, 2));
        var third = await Send(new ListRatings(supervisor, March, OnlyBad: false, second.Next, 2));
        var bad = await Send(new ListRatings(supervisor, March, OnlyBad: true, null, 10));

        first.Items.Concat(second.Items).Concat(third.Items).Select(one => one.CaseId).Should().OnlyHaveUniqueItems().And.HaveCount(5);
        third.Next.Should().BeNull();
        bad.Items.Should().OnlyContain(one => one.Reason == "理由").And.HaveCount(2);
        (await Send(new ListRatings(supervisor, new(new(2026, 4, 1), new(2026, 4, 30)), OnlyBad: false, null, 10))).Items.Should().BeEmpty();
    }

    [Theory]
    [InlineData(RatingSort.Newest, "3 1 2 5 1 4")]
    [InlineData(RatingSort.Oldest, "4 1 5 2 1 3")]
    [InlineData(RatingSort.Worst, "1 1 2 3 4 5")]
    [InlineData(RatingSort.Best, "5 4 3 2 1 1")]
    public async Task lists_them_in_each_order_page_by_page(RatingSort sort, string order)
    {
        await Rated(4, 1, 5, 2, 1, 3);
        var supervisor = await AccessOf("supervisor");
        var listed = new List<RatingListed>();
        string? after = null;
        do
        {
            var page = await Send(new ListRatings(supervisor, March, OnlyBad: false, after, 1, sort));
            listed.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null && listed.Count < 20);

        string.Join(' ', listed.Select(one => (int)Enum.Parse<Grade>(one.Grade))).Should().Be(order);
        listed.Where(one => one.Grade == nameof(Grade.VeryDissatisfied)).Select(one => one.GivenAt).Should().HaveCount(2).And.Match(
            given => sort == RatingSort.Oldest ? given.First() < given.Last() : given.First() > given.Last());
    }

    [Fact]
    public async Task refuses_a_place_in_another_order()
    {
        await Rated(5, 4);
        var supervisor = await AccessOf("supervisor");
        var next = (await Send(new ListRatings(supervisor, March, OnlyBad: false, null, 1))).Next;

        var ask = () => Send(new ListRatings(supervisor, March, OnlyBad: false, next, 1, RatingSort.Worst));

        (await ask.Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("CursorInvalid");
    }

    [Theory]
    [InlineData(InstantCopy, null, 3)]
    [InlineData(HousingTransfer, null, 0)]
    [InlineData(null, "YC", 3)]
    [InlineData(null, "YC-DA", 3)]
    [InlineData(null, "YC-BDC", 0)]
    [InlineData(InstantCopy, "YC-DA", 3)]
    public async Task counts_and_lists_those_of_an_item_and_of_a_unit_with_those_below_it(string? item, string? unit, int count)
    {
        await Rated(5, 4, 1);
        var (supervisor, filter) = (await AccessOf("supervisor"), March with { Item = item, Unit = unit });

        (await Send(new GetSatisfaction(supervisor, filter))).Rate.Denominator.Should().Be(count);
        (await Send(new ListRatings(supervisor, filter, OnlyBad: false, null, 10))).Items.Should().HaveCount(count);
        (await Send(new CountRatings(supervisor, filter, OnlyBad: true))).Should().Be(count / 3);
    }

    [Fact]
    public async Task belongs_to_who_oversees_the_unit()
    {
        await Rated(5);
        var clerk = await AccessOf(Clerk);

        var ask = () => Send(new GetSatisfaction(clerk, March));

        await ask.Should().ThrowAsync<ForbiddenException>();
    }

    /// <summary>The period is what is tested; how ratings come about is tested beside.</summary>
    private async Task Rated(params short[] grades)
    {
        foreach (var grade in grades)
        {
            var received = await Receive();
            Services.Time.Advance(TimeSpan.FromMinutes(1));
            await Run(
                "insert into rating (centre_id, case_id, grade, reason, given_at, unit_id) select centre_id, case_id, $2, case when $2 < 3 then '理由' end, received_at, unit_id from cases where case_id = $1",
                received.CaseId, grade);
        }
    }
}
