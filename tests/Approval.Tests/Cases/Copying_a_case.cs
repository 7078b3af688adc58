using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Tasks;

namespace Approval.Tests.Cases;

public sealed class Copying_a_case(PostgresServer server) : CaseTest(server)
{
    private const string Reader = "sun.ling";

    [Fact]
    public async Task lets_the_reader_see_it_and_shows_that_it_was_read()
    {
        var moved = await Receive();
        var reader = await AccessOf(Reader);
        await FluentActions.Awaiting(() => Send(new CaseDetail(reader, moved.CaseId))).Should().ThrowAsync<ForbiddenException>();

        await Copy(moved.CaseId, Reader);

        (await Send(new MyCopies(reader, null, 10))).Items.Single().ReadAt.Should().BeNull();
        (await Send(new FindCases(reader, new(), null, 10))).Items.Should().ContainSingle(item => item.CaseId == moved.CaseId);
        (await Send(new CaseDetail(reader, moved.CaseId))).SeenBy.Should().Contain(reason => reason.Kind == "Copy" && reason.Detail == Clerk);
        (await Send(new MyCopies(reader, null, 10))).Items.Single().ReadAt.Should().Be(Services.Time.GetUtcNow());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(PastSort.Oldest)]
    [InlineData(PastSort.Item)]
    public async Task lists_what_one_was_given_in_the_order_asked_for(PastSort? sort)
    {
        var (given, reader) = (new List<Guid>(), await AccessOf(Reader));
        for (var i = 0; i < 3; i++)
        {
            given.Add((await Receive()).CaseId);
            await Copy(given[^1], Reader);
            Services.Time.Advance(TimeSpan.FromMinutes(1));
        }

        var first = await Send(new MyCopies(reader, null, 2, sort));
        var second = await Send(new MyCopies(reader, first.Next, 2, sort));

        first.Items.Concat(second.Items).Select(one => one.CaseId).Should().Equal(sort == PastSort.Oldest ? given : Enumerable.Reverse(given));
        second.Next.Should().BeNull();
    }

    [Fact]
    public async Task narrows_what_one_was_given_and_counts_it_alike()
    {
        var reader = await AccessOf(Reader);
        var (one, other) = ((await Receive(applicant: "欧阳修")).CaseId, (await Receive(applicant: "王安石")).CaseId);
        await Copy(one, Reader);
        await Copy(other, Reader);

        (await Found(new() { Item = InstantCopy, Search = "欧阳" })).Should().Equal(one);
        (await Found(new() { Item = HousingTransfer })).Should().BeEmpty();
        (await Found(new())).Should().BeEquivalentTo([one, other]);

        async Task<IEnumerable<Guid>> Found(PastFilter filter)
        {
            var rows = (await Send(new MyCopies(reader, null, 10) { Filter = filter })).Items;
            (await Send(new CountCopies(reader, filter))).Should().Be(rows.Count);
            return rows.Select(row => row.CaseId);
        }
    }

    [Fact]
    public async Task outside_its_scope_is_refused_and_so_is_copying_what_one_may_not_see()
    {
        var moved = await Receive();

        (await FluentActions.Awaiting(() => Copy(moved.CaseId, "zhou.na")).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("OutOfScope");
        await FluentActions.Awaiting(() => Copy(moved.CaseId, Reader, by: "zhou.na")).Should().ThrowAsync<ForbiddenException>();
        (await Scalar<long>("select count(*) from case_copy")).Should().Be(0);
    }

    private async Task Copy(Guid caseId, string reader, string by = Clerk) => await Send(new CopyCase(await AccessOf(by), null, caseId, [reader], "please read"));
}
