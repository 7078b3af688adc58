using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;

namespace Approval.Tests.Cases;

public sealed class Sorting_cases(PostgresServer server) : CaseTest(server)
{
    [Theory]
    [InlineData(CaseSort.Newest, "auditor")]
    [InlineData(CaseSort.Oldest, "auditor")]
    [InlineData(CaseSort.Due, "auditor")]
    [InlineData(CaseSort.Newest, Clerk)]
    [InlineData(CaseSort.Oldest, Clerk)]
    [InlineData(CaseSort.Due, Clerk)]
    public async Task shows_each_once_in_its_order_while_others_come(CaseSort sort, string user)
    {
        var there = new HashSet<Guid>();
        for (var i = 0; i < 7; i++)
        {
            there.Add((await Accepted()).CaseId);
            Services.Time.Advance(TimeSpan.FromMinutes(3));
        }

        var access = await AccessOf(user);
        var seen = new List<CaseListed>();
        string? after = null;
        do
        {
            var page = await Send(new FindCases(access, new CaseFilter { Sort = sort }, after, 2));
            seen.AddRange(page.Items);
            after = page.Next;
            await Accepted();
        }
        while (after is not null && seen.Count < 30);

        seen.Select(one => one.CaseId).Should().OnlyHaveUniqueItems().And.Contain(there);
        _ = sort switch
        {
            CaseSort.Newest => seen.Should().BeInDescendingOrder(one => one.ReceivedAt),
            CaseSort.Oldest => seen.Should().BeInAscendingOrder(one => one.ReceivedAt),
            _ => seen.Should().BeInAscendingOrder(one => one.DueAt),
        };
    }

    [Theory]
    [InlineData(CaseSort.Number, "auditor")]
    [InlineData(CaseSort.NumberBackwards, "auditor")]
    [InlineData(CaseSort.Item, "auditor")]
    [InlineData(CaseSort.ItemBackwards, "auditor")]
    [InlineData(CaseSort.Number, Clerk)]
    [InlineData(CaseSort.ItemBackwards, Clerk)]
    public async Task by_number_and_by_item_both_ways(CaseSort sort, string user)
    {
        var (there, others) = (new HashSet<Guid>(), new HashSet<Guid>());
        for (var i = 0; i < 3; i++)
        {
            there.Add((await Receive()).CaseId);
            Services.Time.Advance(TimeSpan.FromMinutes(3));
            others.Add((await Receive(HousingTransfer, "xu.lei")).CaseId);
            Services.Time.Advance(TimeSpan.FromMinutes(3));
        }

        var access = await AccessOf(user);
        var seen = new List<CaseListed>();
        string? after = null;
        do
        {
            var page = await Send(new FindCases(access, new CaseFilter { Sort = sort }, after, 2));
            seen.AddRange(page.Items);
            after = page.Next;
            await Receive();
            Services.Time.Advance(TimeSpan.FromMinutes(3));
        }
        while (after is not null && seen.Count < 30);

        seen.Select(one => one.CaseId).Should().OnlyHaveUniqueItems().And.Contain(user == Clerk ? there : there.Union(others));
        seen.Select(one => one.CaseNo).Should().Equal((sort switch
        {
            CaseSort.Number => seen.OrderBy(one => one.CaseNo, StringComparer.Ordinal),
            CaseSort.NumberBackwards => seen.OrderByDescending(one => one.CaseNo, StringComparer.Ordinal),
            CaseSort.Item => seen.GroupBy(one => one.Item).SelectMany(item => item.OrderBy(one => one.ReceivedAt)),
            _ => seen.GroupBy(one => one.Item).SelectMany(item => item.OrderByDescending(one => one.ReceivedAt)),
        }).Select(one => one.CaseNo));

        // By its key an item stands where it was added: the housing transfer before the copy, or behind it, in the order of the catalogue.
        if (sort is CaseSort.Item or CaseSort.ItemBackwards && user != Clerk)
        {
            var keys = new List<int>();
            foreach (var item in seen.Select(one => one.Item).Distinct())
            {
                keys.Add(await Scalar<int>("select item_id from item where centre_id = 1 and code = $1", item));
            }

            keys.Should().HaveCountGreaterThan(1).And.Equal(sort == CaseSort.Item ? keys.Order() : keys.OrderDescending());
        }
    }

    [Fact]
    public async Task by_what_is_due_leaves_out_what_is_not()
    {
        var received = await Receive();
        var accepted = await Accepted();
        var access = await AccessOf("auditor");

        (await Found(access, new() { Sort = CaseSort.Due })).Should().Equal(accepted.CaseId);
        (await Send(new CountCases(access, new() { Sort = CaseSort.Due }))).Should().Be(1);
        (await Found(access, new())).Should().BeEquivalentTo([received.CaseId, accepted.CaseId]);
    }

    [Theory]
    [InlineData("auditor")]
    [InlineData(Clerk)]
    public async Task by_the_day_on_which_they_are_due(string user)
    {
        var accepted = await Accepted();
        var access = await AccessOf(user);
        var due = (await Send(new FindCases(access, new(), null, 10))).Items.Single().DueAt!.Value;
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(due, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")).DateTime);

        (await Found(access, new() { DueOn = day })).Should().Equal(accepted.CaseId);
        (await Found(access, new() { DueOn = day, Sort = CaseSort.Due })).Should().Equal(accepted.CaseId);
        (await Found(access, new() { DueOn = day.AddDays(1) })).Should().BeEmpty();
    }

    [Fact]
    public async Task refuses_a_place_of_another_order()
    {
        await Accepted();
        await Accepted();
        var access = await AccessOf("auditor");
        var next = (await Send(new FindCases(access, new(), null, 1))).Next;

        foreach (var sort in new[] { CaseSort.Oldest, CaseSort.Due, CaseSort.Number, CaseSort.ItemBackwards })
        {
            (await FluentActions.Awaiting(() => Send(new FindCases(access, new() { Sort = sort }, next, 1))).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("CursorInvalid");
        }
    }

    [Theory]
    [InlineData("auditor")]
    [InlineData(Clerk)]
    public async Task finds_a_case_by_the_end_of_its_number(string user)
    {
        var access = await AccessOf(user);
        var first = await Receive();
        await Receive();

        (await Found(access, new() { Search = first.CaseNo[^5..] })).Should().Equal(first.CaseId);
        (await Found(access, new() { Search = first.CaseNo[^14..] })).Should().Equal(first.CaseId);
        (await Found(access, new() { Search = first.CaseNo[^2..] })).Should().BeEmpty();
    }

    private async Task<IEnumerable<Guid>> Found(Access access, CaseFilter filter) => (await Send(new FindCases(access, filter, null, 50))).Items.Select(one => one.CaseId);
}
