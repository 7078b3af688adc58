using Approval.Tests.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Tasks;

namespace Approval.Tests.Tasks;

public sealed class Inboxes(PostgresServer server) : CaseTest(server)
{
    [Fact]
    public async Task show_each_task_once_page_by_page()
    {
        var received = await Task.WhenAll(Enumerable.Range(0, 7).Select(i => Receive(applicant: $"第{i}人")));
        var access = await AccessOf(Clerk);
        var seen = new List<Guid>();
        string? after = null;
        do
        {
            var page = await Send(new ClaimableTasks(access, after, 3));
            seen.AddRange(page.Items.Select(item => item.TaskId));
            after = page.Next;
        }
        while (after is not null);

        seen.Should().OnlyHaveUniqueItems().And.BeEquivalentTo(received.Select(one => one.OpenTasks[0]));
    }

    [Fact]
    public async Task hold_what_was_claimed_most_urgent_first()
    {
        var slow = await Receive();
        var quick = await Accepted();
        var access = await AccessOf(Clerk);
        await Send(new ClaimTask(access, null, slow.OpenTasks[0]));
        await Send(new ClaimTask(access, null, quick.OpenTasks[0]));

        var mine = await Send(new MyTasks(access, null, 10));

        mine.Items.Select(item => item.TaskId).Should().Equal(quick.OpenTasks[0], slow.OpenTasks[0]);
        mine.Items[0].DueAt.Should().NotBeNull();
        mine.Items[0].Title.En.Should().NotBeEmpty();
    }

    [Fact]
    public async Task of_people_without_the_role_stay_empty()
    {
        await Receive();

        (await Send(new ClaimableTasks(await AccessOf("zhu.min"), null, 10))).Items.Should().BeEmpty();
        (await Send(new ClaimableTasks(await AccessOf("auditor"), null, 10))).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task are_counted_as_they_are_listed()
    {
        var answered = await Receive();
        await Receive();
        var access = await AccessOf(Clerk);
        var before = await Send(new CountInbox(access));
        var task = await Send(new TaskDetail(access, answered.OpenTasks[0]));
        await Send(new CompleteTask(access, null, answered.OpenTasks[0], task.Outcomes[0].Outcome, null, null));

        var counts = await Send(new CountInbox(access));
        var done = await Send(new DoneTasks(access, null, 200));

        before.Claimable.Should().Be(2);
        counts.Claimable.Should().Be((await Send(new ClaimableTasks(access, null, 200))).Items.Count);
        counts.Mine.Should().Be((await Send(new MyTasks(access, null, 200))).Items.Count);
        counts.Done.Should().Be(1);
        done.Items.Select(row => row.TaskId).Should().Equal(answered.OpenTasks[0]);
        done.Items.Single().OutcomeTitle.Should().NotBeNull().And.Be(task.Outcomes[0].Title);
        (await Send(new FindDone(access, answered.OpenTasks[0]))).Should().Be(done.Items.Single());
        var other = await AccessOf(OtherClerk);
        await FluentActions.Awaiting(() => Send(new FindDone(other, answered.OpenTasks[0]))).Should().ThrowAsync<NotFoundException>("it is in nobody else's list");
    }

    [Fact]
    public async Task show_what_is_done_in_each_order_over_all_pages()
    {
        var access = await AccessOf(Clerk);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            var identity = (await Accepted()).OpenTasks.Single();
            await Send(new CompleteTask(access, null, identity, "Verified", null, null));
            Services.Time.Advance(TimeSpan.FromMinutes(1));
        }

        var newest = await All(null);
        newest.Should().HaveCountGreaterThan(2).And.BeInDescendingOrder(row => row.At);
        (await All(PastSort.Oldest)).Select(row => row.TaskId).Should().Equal(newest.Select(row => row.TaskId).Reverse());
        (await All(PastSort.Item)).Select(row => row.TaskId).Should().Equal(newest.OrderBy(row => row.Item, StringComparer.Ordinal).Select(row => row.TaskId));
        var place = (await Send(new DoneTasks(access, null, 1))).Next;
        (await FluentActions.Awaiting(() => Send(new DoneTasks(access, place, 1, PastSort.Oldest))).Should().ThrowAsync<RuleBrokenException>()).Which.Where.Should().Be("after");

        async Task<List<TaskDone>> All(PastSort? sort)
        {
            var (rows, next) = (new List<TaskDone>(), (string?)null);
            do
            {
                var page = await Send(new DoneTasks(access, next, 2, sort));
                rows.AddRange(page.Items);
                next = page.Next;
            }
            while (next is not null);
            return rows;
        }
    }

    [Fact]
    public async Task narrow_what_was_done_and_count_it_alike()
    {
        var (access, done) = (await AccessOf(Clerk), new List<Guid>());
        foreach (var applicant in new[] { "欧阳·买买提", "欧阳修", "50%_的人" })
        {
            var task = (await Receive(applicant: applicant)).OpenTasks.Single();
            await Answer(task, "Accepted");
            done.Add(task);
            Services.Time.Advance(TimeSpan.FromMinutes(1));
        }

        (await Found(new() { Item = InstantCopy, Search = "欧阳" })).Should().Equal(done[1], done[0]);
        (await Found(new() { Item = HousingTransfer })).Should().BeEmpty();
        (await Found(new() { Search = " %_ " })).Should().Equal(done[2]);
        (await Found(new() { Search = (await Send(new FindDone(access, done[0]))).CaseNo[3..] })).Should().Equal(done[0]);
        (await Found(new())).Should().HaveCount(3);

        async Task<IEnumerable<Guid>> Found(PastFilter filter)
        {
            var (rows, next) = (new List<Guid>(), (string?)null);
            do
            {
                var page = await Send(new DoneTasks(access, next, 1, PastSort.Newest) { Filter = filter });
                rows.AddRange(page.Items.Select(row => row.TaskId));
                next = page.Next;
            }
            while (next is not null);
            (await Send(new CountDone(access, filter))).Should().Be(rows.Count);
            return rows;
        }
    }

    [Fact]
    public async Task do_not_show_as_done_what_was_taken_back()
    {
        var identity = (await Accepted()).OpenTasks.Single();
        var access = await AccessOf(Clerk);
        await Send(new CompleteTask(access, null, identity, "Verified", null, null));

        await Send(new WithdrawAct(access, null, identity, null));

        var done = await Send(new DoneTasks(access, null, 200));
        done.Items.Select(row => row.TaskId).Should().NotContain(identity);
        (await Send(new CountInbox(access))).Done.Should().Be(done.Items.Count);
    }

    [Fact]
    public async Task are_narrowed_to_an_item_an_applicant_or_a_number()
    {
        var one = await Receive(applicant: "欧阳·买买提");
        var other = await Receive(applicant: "50%_的人");

        (await Offered(new() { Item = InstantCopy })).Should().BeEquivalentTo([one.OpenTasks[0], other.OpenTasks[0]]);
        (await Offered(new() { Item = HousingTransfer })).Should().BeEmpty();
        (await Offered(new() { Search = " 买买 " })).Should().Equal(one.OpenTasks[0]);
        (await Offered(new() { Search = "0%_" })).Should().Equal(other.OpenTasks[0]);
        (await Offered(new() { Search = "_" })).Should().Equal([other.OpenTasks[0]], "what is typed stands for itself");
        (await Offered(new() { Search = other.CaseNo[^6..].ToLowerInvariant(), Item = InstantCopy })).Should().Equal(other.OpenTasks[0]);
    }

    [Fact]
    public async Task are_narrowed_to_what_is_due_as_the_rows_say()
    {
        await Receive();
        var due = (await Accepted()).OpenTasks.Single();
        var access = await AccessOf(Clerk);
        var row = (await Send(new ClaimableTasks(access, null, 10))).Items.Single(task => task.TaskId == due);

        row.RemainingDays.Should().Be(0);
        (await Offered(new() { Due = DueBy.Overdue })).Should().BeEmpty();
        (await Offered(new() { Due = DueBy.Today })).Should().Equal(due);
        (await Offered(new() { Due = DueBy.Week })).Should().Contain(due);

        Services.Time.SetUtcNow(row.DueAt!.Value.AddMinutes(1));
        (await Offered(new() { Due = DueBy.Overdue })).Should().Equal(due);
    }

    [Fact]
    public async Task go_on_page_by_page_within_a_filter()
    {
        var wanted = new List<Guid>();
        for (var i = 0; i < 5; i++)
        {
            wanted.Add((await Receive(applicant: $"要找{i}")).OpenTasks[0]);
            await Receive(applicant: "别的");
        }

        var access = await AccessOf(Clerk);
        var first = await Send(new ClaimableTasks(access, null, 3, new() { Search = "要找" }));
        var second = await Send(new ClaimableTasks(access, first.Next, 3, new() { Search = "要找" }));

        first.Items.Concat(second.Items).Select(task => task.TaskId).Should().BeEquivalentTo(wanted);
        second.Next.Should().BeNull();
    }

    private async Task<IEnumerable<Guid>> Offered(InboxFilter filter) => (await Send(new ClaimableTasks(await AccessOf(Clerk), null, 50, filter))).Items.Select(task => task.TaskId);
}
