using Approval.Tests.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Ratings;
using ApprovalEngine.Contracts.Statistics;

namespace Approval.Tests.Ratings;

public sealed class Measuring_satisfaction(PostgresServer server) : CaseTest(server)
{
    private static readonly DateOnly From = new(2026, 3, 1);
    private static readonly DateOnly To = new(2026, 3, 31);

    [Fact]
    public async Task counts_grades_of_three_and_better_among_those_that_were_given()
    {
        await Rated(5, 4, 3, 2, 1, 1);

        var satisfaction = await Send(new GetSatisfaction(await AccessOf("supervisor"), From, To));

        satisfaction.Rate.Should().Be(new Rate(50.00m, 3, 6));
        satisfaction.Grades.Select(grade => grade.Count).Should().Equal(1, 1, 1, 1, 2);
    }

    [Fact]
    public async Task gives_no_value_where_nobody_has_said_anything()
    {
        (await Send(new GetSatisfaction(await AccessOf("supervisor"), From, To))).Rate.Should().Be(new Rate(null, 0, 0));
    }

    [Fact]
    public async Task lists_exactly_the_ratings_that_it_counts_page_by_page()
    {
        await Rated(5, 4, 2, 1, 3);
        var supervisor = await AccessOf("supervisor");

        var first = await Send(new ListRatings(supervisor, From, To, OnlyBad: false, null, 2));
        var second = await Send(new ListRatings(supervisor, From, To, OnlyBad: false, first.Next, 2));
        var third = await Send(new ListRatings(supervisor, From, To, OnlyBad: false, second.Next, 2));
        var bad = await Send(new ListRatings(supervisor, From, To, OnlyBad: true, null, 10));

        first.Items.Concat(second.Items).Concat(third.Items).Select(one => one.CaseId).Should().OnlyHaveUniqueItems().And.HaveCount(5);
        third.Next.Should().BeNull();
        bad.Items.Should().OnlyContain(one => one.Reason == "理由").And.HaveCount(2);
        (await Send(new ListRatings(supervisor, new(2026, 4, 1), new(2026, 4, 30), OnlyBad: false, null, 10))).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task belongs_to_who_oversees_the_unit()
    {
        await Rated(5);
        var clerk = await AccessOf(Clerk);

        var ask = () => Send(new GetSatisfaction(clerk, From, To));

        await ask.Should().ThrowAsync<ForbiddenException>();
    }

    /// <summary>The period is what is tested; how ratings come about is tested beside.</summary>
    private async Task Rated(params short[] grades)
    {
        foreach (var grade in grades)
        {
            var received = await Receive();
            await Run(
                "insert into rating (centre_id, case_id, grade, reason, given_at, unit_id) select centre_id, case_id, $2, case when $2 < 3 then '理由' end, received_at, unit_id from cases where case_id = $1",
                received.CaseId, grade);
        }
    }
}
