using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Cases;

namespace Approval.Tests.Cases;

public sealed class Who_may_see_a_case(PostgresServer server) : CaseTest(server)
{
    [Theory]
    [InlineData("auditor", "Role")]
    [InlineData("head.centre", "Role")]
    [InlineData(OtherClerk, "Role")]
    [InlineData(Clerk, "Role")]
    public async Task is_told_by_what(string user, string kind)
    {
        var moved = await Accepted();

        var view = await Send(new CaseDetail(await AccessOf(user), moved.CaseId));

        view.SeenBy.Should().Contain(reason => reason.Kind == kind);
    }

    [Theory]
    [InlineData("zhu.min")] // a reviewer of the department without a task in it
    [InlineData("zhou.na")] // a clerk of another department
    [InlineData("designer")] // an administrator has no case content
    [InlineData("wu.chao")] // an auditor of a district
    public async Task is_nobody_without_role_task_or_act(string user)
    {
        var moved = await Accepted();
        var access = await AccessOf(user);

        var look = () => Send(new CaseDetail(access, moved.CaseId));
        var journal = () => Send(new CaseJournal(access, moved.CaseId));
        var comment = () => Send(new CommentCase(access, null, moved.CaseId, "hello"));

        await look.Should().ThrowAsync<ForbiddenException>();
        await journal.Should().ThrowAsync<ForbiddenException>();
        await comment.Should().ThrowAsync<ForbiddenException>();
        (await Send(new FindCases(access, new CaseFilter(), null, 50))).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task writes_nothing_into_it_when_they_only_audit()
    {
        var moved = await Accepted();
        var (auditor, head) = (await AccessOf("auditor"), await AccessOf("head.centre"));

        Func<Task>[] writes =
        [
            () => Send(new CommentCase(auditor, null, moved.CaseId, "看过")),
            () => Send(new CopyCase(auditor, null, moved.CaseId, [Clerk], "请看")),
            () => Send(new UrgeTask(auditor, null, moved.OpenTasks.Single(), null)),
            () => Send(new AddAttachment(auditor, null, moved.CaseId, null, "a.pdf", "%PDF-1.4"u8.ToArray())),
        ];

        foreach (var write in writes)
        {
            (await write.Should().ThrowAsync<ForbiddenException>()).Which.Code.Should().Be("AuditorsOnlyRead");
        }

        (await Send(new CaseDetail(auditor, moved.CaseId))).MayComment.Should().BeFalse();
        (await Send(new CaseDetail(head, moved.CaseId))).MayComment.Should().BeTrue();
        (await Scalar<int>("select count(*) from case_note")).Should().Be(0);
    }

    [Fact]
    public async Task is_recorded_and_who_goes_on_looking_has_looked_once()
    {
        var moved = await Accepted();

        foreach (var minutes in new[] { 0, 1, 8, 20 })
        {
            Services.Time.Advance(TimeSpan.FromMinutes(minutes));
            await Send(new CaseDetail(await AccessOf("auditor"), moved.CaseId));
            await Send(new CaseDetail(await AccessOf(Clerk), moved.CaseId));
        }

        (await Scalar<string>("select string_agg(actor, ',' order by event_id) from admin_event where act = 'CaseViewed'")).Should().Be($"auditor,{Clerk},auditor,{Clerk}");
    }

    [Fact]
    public async Task is_recorded_by_whatever_way_it_is_read()
    {
        var moved = await Accepted();

        await Send(new CaseJournal(await AccessOf("auditor"), moved.CaseId));
        await Send(new TaskDetail(await AccessOf("supervisor"), moved.OpenTasks.Single()));

        (await Scalar<string>("select string_agg(actor || ' ' || subject, ',' order by event_id) from admin_event where act = 'CaseViewed'"))
            .Should().Be($"auditor case/{moved.CaseId},supervisor case/{moved.CaseId}");
    }

    [Fact]
    public async Task adds_no_files_to_it_when_it_was_only_given_to_them_to_read()
    {
        var moved = await Accepted();
        await Send(new CopyCase(await AccessOf(Clerk), null, moved.CaseId, ["sun.ling"], null));
        var reader = await AccessOf("sun.ling");

        var add = () => Send(new AddAttachment(reader, null, moved.CaseId, null, "a.pdf", "%PDF-1.4"u8.ToArray()));

        (await add.Should().ThrowAsync<ForbiddenException>()).Which.Code.Should().Be("CopiesOnlyRead");
    }

    [Fact]
    public async Task lists_each_case_exactly_once_while_others_are_handed_in()
    {
        var first = await Task.WhenAll(Enumerable.Range(0, 7).Select(i => Receive(applicant: $"第{i}人")));
        var auditor = await AccessOf("auditor");
        var seen = new List<Guid>();
        string? after = null;
        do
        {
            var page = await Send(new FindCases(auditor, new CaseFilter { Item = InstantCopy }, after, 3));
            seen.AddRange(page.Items.Select(item => item.CaseId));
            after = page.Next;
            Services.Time.Advance(TimeSpan.FromSeconds(1));
            await Receive();
        }
        while (after is not null);

        seen.Should().OnlyHaveUniqueItems().And.Contain(first.Select(one => one.CaseId));
    }
}
