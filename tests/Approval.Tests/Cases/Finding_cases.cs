using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Cases;

namespace Approval.Tests.Cases;

public sealed class Finding_cases(PostgresServer server) : CaseTest(server)
{
    private static readonly string[] People = ["auditor", "head.centre", "wu.chao", "zhu.min", "zhou.na", "designer", "xu.lei", Clerk, OtherClerk];

    [Fact]
    public async Task lists_and_counts_for_each_person_the_cases_that_they_may_open_and_no_others()
    {
        var cases = await SomeCases();
        foreach (var person in People)
        {
            var access = await AccessOf(person);

            var listed = (await Send(new FindCases(access, new CaseFilter(), null, 200))).Items.Select(one => one.CaseId).ToArray();

            var seen = new List<Guid>();
            foreach (var one in cases)
            {
                try
                {
                    await Services.Get<CaseSight>().RequireAsync(access, one, Cancel);
                    seen.Add(one);
                }
                catch (ForbiddenException)
                {
                    // Not to be listed then.
                }
            }

            listed.Should().OnlyHaveUniqueItems().And.BeEquivalentTo(seen, person);
            listed.Select(id => id.ToString()).Should().BeInDescendingOrder(StringComparer.Ordinal, person);
            (await Send(new CountCases(access, new CaseFilter()))).Should().Be(seen.Count, person);
        }
    }

    [Fact]
    public async Task refuses_values_that_no_filter_has()
    {
        var auditor = await AccessOf("auditor");

        foreach (var filter in (CaseFilter[])[new() { Urgency = (Urgency)7 }, new() { Sort = (CaseSort)9 }, new() { Status = "7" }, new() { Channel = "Pigeon" }])
        {
            (await FluentActions.Awaiting(() => Send(new FindCases(auditor, filter, null, 10))).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("FilterInvalid");
        }
    }

    [Theory]
    [InlineData("三", 2)]
    [InlineData("张三", 1)]
    [InlineData("三丰", 1)]
    [InlineData("丰三", 0)]
    [InlineData("smith & co", 1)]
    [InlineData("SMITH", 1)]
    [InlineData("%", 0)]
    [InlineData("𠮷", 1)]
    [InlineData("yc-yc-da-0001", 5)]
    [InlineData("yc-da-0001", 0)]
    [InlineData(" ", 5)]
    public async Task finds_any_part_of_a_name_and_the_beginning_of_a_number(string search, int found)
    {
        foreach (var name in (string[])["张三丰", "李三", "Smith & Co", "𠮷野", "艾力"])
        {
            await Receive(applicant: name);
        }

        foreach (var person in (string[])["auditor", Clerk])
        {
            var access = await AccessOf(person);
            (await Send(new FindCases(access, new CaseFilter { Search = search }, null, 50))).Items.Should().HaveCount(found, person);
            (await Send(new CountCases(access, new CaseFilter { Search = search }))).Should().Be(found, person);
        }
    }

    [Fact]
    public async Task leaves_none_out_of_both_those_that_are_overdue_and_those_that_are_not()
    {
        await Receive();
        await Accepted();
        Services.Time.Advance(TimeSpan.FromDays(30));
        await Receive();
        var auditor = await AccessOf("auditor");
        async Task<long> Count(bool? isOverdue)
        {
            var filter = new CaseFilter { IsOverdue = isOverdue };
            var count = (await Send(new CountCases(auditor, filter)));
            (await Send(new FindCases(auditor, filter, null, 50))).Items.Should().HaveCount((int)count);
            return count;
        }

        ((await Count(true)), (await Count(false)), (await Count(null))).Should().Be((1, 2, 3));
    }

    [Fact]
    public async Task by_the_day_of_receipt_finds_those_of_its_days()
    {
        var auditor = await AccessOf("auditor");
        var today = Services.Get<TimeProvider>().GetUtcNow().ToOffset(TimeSpan.FromHours(8));
        var first = await Receive();
        Services.Time.Advance(TimeSpan.FromDays(1));
        var second = await Receive();
        var day = DateOnly.FromDateTime(today.DateTime);

        (await Found(new CaseFilter { ReceivedTo = day })).Should().Equal(first.CaseId);
        (await Found(new CaseFilter { ReceivedFrom = day.AddDays(1) })).Should().Equal(second.CaseId);
        (await Found(new CaseFilter { ReceivedFrom = day, ReceivedTo = day.AddDays(1) })).Should().Equal(second.CaseId, first.CaseId);
        foreach (var impossible in (CaseFilter[])[new() { ReceivedFrom = DateOnly.MinValue }, new() { ReceivedTo = DateOnly.MaxValue }, new() { ReceivedFrom = day, ReceivedTo = day.AddDays(-1) }, new() { DueOn = DateOnly.MaxValue }])
        {
            (await FluentActions.Awaiting(() => Found(impossible)).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("PeriodInvalid");
        }

        async Task<IEnumerable<Guid>> Found(CaseFilter filter) => (await Send(new FindCases(auditor, filter, null, 50))).Items.Select(one => one.CaseId);
    }

    [Fact]
    public async Task with_whole_numbers_goes_for_people_who_see_cases_of_other_units_too()
    {
        // A reviewer sees this case only by a copy: no unit of theirs, no window, no act.
        var elsewhere = await Receive();
        await Send(new CopyCase(await AccessOf(Clerk), null, elsewhere.CaseId, ["zhu.min"], null));

        var page = await Send(new ReadCases(await AccessOf("zhu.min"), new CaseFilter(), IsInFull: true, null, 50));

        page.Items.Should().ContainSingle().Which.Case.CaseId.Should().Be(elsewhere.CaseId);
    }

    /// <summary>Cases of two departments in all stages, so that each way of seeing one occurs: role, act, task, offer, copy.</summary>
    private async Task<Guid[]> SomeCases()
    {
        var accepted = await Accepted();
        var fresh = await Receive();
        var claimed = await Receive();
        await Send(new ClaimTask(await AccessOf(OtherClerk), null, claimed.OpenTasks[0]));
        var transfer = await Receive(HousingTransfer, "xu.lei");
        await Answer(transfer.OpenTasks[0], "Accepted", "xu.lei");
        var untouched = await Receive(HousingTransfer, "xu.lei");
        await Send(new CopyCase(await AccessOf(Clerk), null, fresh.CaseId, ["zhu.min"], null));
        return [accepted.CaseId, fresh.CaseId, claimed.CaseId, transfer.CaseId, untouched.CaseId];
    }
}
