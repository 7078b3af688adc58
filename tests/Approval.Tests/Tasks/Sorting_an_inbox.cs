using Approval.Tests.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Tasks;

namespace Approval.Tests.Tasks;

public sealed class Sorting_an_inbox(PostgresServer server) : CaseTest(server)
{
    [Theory]
    [InlineData(TaskSort.Due, true)]
    [InlineData(TaskSort.Opened, true)]
    [InlineData(TaskSort.Item, true)]
    [InlineData(TaskSort.Due, false)]
    [InlineData(TaskSort.Opened, false)]
    [InlineData(TaskSort.Item, false)]
    public async Task shows_each_task_once_in_its_order_while_others_come(TaskSort sort, bool isMine)
    {
        var access = await AccessOf(Clerk);
        var there = new HashSet<Guid>();
        for (var i = 0; i < 6; i++)
        {
            var received = await Receive();
            var task = i % 3 == 0 ? (await Answer(received.OpenTasks[0], "Accepted")).OpenTasks[0] : received.OpenTasks[0];
            if (i % 2 == 0)
            {
                // Nobody in the demo centre works on two items; to the list it does not matter how a task came to its item.
                await Run("update task_open set item_id = (select item_id from item where code = $1) where case_id = $2", HousingTransfer, received.CaseId);
            }

            there.Add(task);
            Services.Time.Advance(TimeSpan.FromMinutes(3));
            if (isMine)
            {
                await Send(new ClaimTask(access, null, task));
            }
        }

        var seen = new List<TaskListed>();
        string? after = null;
        do
        {
            var page = isMine ? await Send(new MyTasks(access, after, 2, new() { Sort = sort })) : await Send(new ClaimableTasks(access, after, 2, new() { Sort = sort }));
            seen.AddRange(page.Items);
            after = page.Next;
            await Receive();
        }
        while (after is not null && seen.Count < 30);

        seen.Select(task => task.TaskId).Should().OnlyHaveUniqueItems().And.Contain(there);
        seen.Should().Equal(sort switch
        {
            TaskSort.Opened => seen.OrderBy(task => task.OpenedAt),
            TaskSort.Item => seen.OrderBy(task => task.Item, StringComparer.Ordinal).ThenBy(task => task.DueAt ?? DateTimeOffset.MaxValue),
            _ => seen.OrderBy(task => task.DueAt ?? DateTimeOffset.MaxValue),
        });
    }

    [Fact]
    public async Task refuses_a_place_of_another_order()
    {
        await Receive();
        await Receive();
        var access = await AccessOf(Clerk);
        var next = (await Send(new ClaimableTasks(access, null, 1))).Next;

        (await FluentActions.Awaiting(() => Send(new ClaimableTasks(access, next, 1, new() { Sort = TaskSort.Opened }))).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("CursorInvalid");
    }
}
