using Approval.Tests.Cases;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Organisation;

namespace Approval.Tests.Tasks;

public sealed class Handing_over_work(PostgresServer server) : CaseTest(server)
{
    private const string Signer = "sun.ling";
    private const string Outsider = "he.wei";

    [Fact]
    public async Task moves_everything_in_one_step_and_every_trail_says_so()
    {
        var tasks = new List<Guid>();
        for (var i = 0; i < 5; i++)
        {
            tasks.Add((await Receive(applicant: $"第{i}人")).OpenTasks.Single());
            await Send(new ClaimTask(await AccessOf(Clerk), null, tasks[i]));
        }

        await Send(new DelegateTask(await AccessOf(Clerk), null, tasks[0], "zhang.qiang", null));
        var admin = await AccessOf("designer");
        (await Send(new PreviewHandOver(admin, Clerk, OtherClerk))).Should().Be(new OpenWork(4, 1, 5, 0));

        (await Send(new HandOverWork(admin, Clerk, new HandOverRequest(OtherClerk, "she is leaving")))).Should().Be(new HandedOver(5, 0, 0));

        (await Send(new MyTasks(await AccessOf(OtherClerk), null, 10))).Items.Select(item => item.TaskId).Should().BeEquivalentTo(tasks.Skip(1));
        (await Scalar<string>("select owner from task_open where case_id = $1", CaseIds.CaseOf(tasks[0]))).Should().Be(OtherClerk, "what was delegated comes back to the successor");
        (await Scalar<long>("select count(*) from audit where act = 'WorkHandedOver' and actor = 'designer' and payload::jsonb ->> 'onBehalfOf' = 'wang.wei'")).Should().Be(5);
        (await Send(new PreviewHandOver(admin, Clerk, null))).Should().Be(new OpenWork(0, 0, 0, 0));
    }

    [Fact]
    public async Task puts_on_offer_what_the_successor_may_not_have()
    {
        var task = (await Receive()).OpenTasks.Single();
        await Send(new ClaimTask(await AccessOf(Clerk), null, task));
        var admin = await AccessOf("designer");
        (await Send(new PreviewHandOver(admin, Clerk, "zhou.na"))).OnOffer.Should().Be(1);

        (await Send(new HandOverWork(admin, Clerk, new HandOverRequest("zhou.na", "she is leaving")))).Should().Be(new HandedOver(0, 1, 0));

        (await Send(new ClaimableTasks(await AccessOf(OtherClerk), null, 10))).Items.Should().ContainSingle(item => item.TaskId == task);
    }

    [Fact]
    public async Task is_shown_before_with_signers_who_may_not_see_the_case()
    {
        var task = (await Accepted()).OpenTasks.Single();
        await Send(new AddSigner(await AccessOf(Clerk), null, task, Signer, "Before", null));
        var admin = await AccessOf("designer");

        (await Send(new PreviewHandOver(admin, Signer, OtherClerk))).Should().Be(new OpenWork(1, 0, 1, 0));
        (await Send(new PreviewHandOver(admin, Signer, Outsider))).Should().Be(new OpenWork(1, 0, 1, 1));
        (await Send(new HandOverWork(admin, Signer, new HandOverRequest(Outsider, "he is leaving")))).Should().Be(new HandedOver(0, 1, 0));
    }

    [Fact]
    public async Task is_asked_of_who_would_lose_the_role_by_which_they_have_it()
    {
        var task = (await Receive()).OpenTasks.Single();
        await Send(new ClaimTask(await AccessOf(Clerk), null, task));
        var seen = await Send(new GetPerson(Admin, Clerk));
        ChangePersonRequest With(IReadOnlyList<GrantView> grants, HandOverRequest? openWork = null) => new(seen.DisplayName, true, grants, seen.Posts, openWork);
        var less = With([.. seen.Grants.Where(grant => grant.Role != Role.WindowClerk), new GrantView(Role.Auditor, "YC-DA")]);

        var refused = (await FluentActions.Awaiting(() => Send(new ChangePerson(Admin, Clerk, less))).Should().ThrowAsync<ConflictException>()).Which;

        refused.Code.Should().Be("PersonHasOpenTasks");
        refused.Happened.Should().BeOfType<OpenWork>().Which.Should().BeEquivalentTo(new { Tasks = 1, Cases = 1 });
        await Send(new ChangePerson(Admin, Clerk, With([.. seen.Grants, new GrantView(Role.Auditor, "YC-DA")])));
        await Send(new ChangePerson(Admin, Clerk, less with { OpenWork = new HandOverRequest(OtherClerk, "another desk") }));
        (await Send(new MyTasks(await AccessOf(OtherClerk), null, 10))).Items.Should().ContainSingle(item => item.TaskId == task);
        (await AccessOf(Clerk)).Has(Role.WindowClerk).Should().BeFalse();
    }

    [Theory]
    [InlineData(OtherClerk, 1)]
    [InlineData(Outsider, 0)]
    public async Task finds_who_is_to_sign_only_after_the_answer(string heir, int signatures)
    {
        var task = (await Accepted()).OpenTasks.Single();
        await Send(new AddSigner(await AccessOf(Clerk), null, task, Signer, "After", null));
        var admin = await AccessOf("designer");
        (await Send(new PreviewHandOver(admin, Signer, heir))).Should().Be(new OpenWork(1, 0, 1, 1 - signatures));

        (await Send(new HandOverWork(admin, Signer, new HandOverRequest(heir, "he is leaving")))).Should().Be(new HandedOver(signatures, 1 - signatures, 0));

        (await Send(new PreviewHandOver(admin, Signer, null))).Should().Be(new OpenWork(0, 0, 0, 0));
        await Answer(task, "Verified");
        (await Scalar<long>("select count(*) from task_open where parent_no is not null and assignee = $1", heir)).Should().Be(signatures);
        (await Scalar<long>("select count(*) from task_open where signers_after <> '{}'")).Should().Be(0);
    }

    [Fact]
    public async Task comes_with_deactivating_a_person_who_has_some()
    {
        var task = (await Receive()).OpenTasks.Single();
        await Send(new ClaimTask(await AccessOf(Clerk), null, task));
        var gone = new ChangePersonRequest("Gone", IsActive: false, []);
        (await FluentActions.Awaiting(() => Send(new ChangePerson(Admin, Clerk, gone))).Should().ThrowAsync<ConflictException>()).Which.Happened.Should().Be(new OpenWork(1, 0, 1, 1));

        await Send(new ChangePerson(Admin, Clerk, gone with { OpenWork = new HandOverRequest(OtherClerk, "gone") }));

        (await Send(new MyTasks(await AccessOf(OtherClerk), null, 10))).Items.Should().ContainSingle(item => item.TaskId == task);
        (await Services.Get<OrgDirectory>().AccessOf(Clerk, Cancel)).Should().BeNull();
    }

    [Fact]
    public async Task that_was_cut_off_is_taken_up_again()
    {
        var task = (await Receive()).OpenTasks.Single();
        await Send(new ClaimTask(await AccessOf(Clerk), null, task));
        await Run("insert into hand_over (centre_id, from_user, to_user, reason, asked_by, asked_at, moved, offered) values (1, 'wang.wei', 'li.na', 'gone', 'admin', '2026-03-01', 0, 0)");

        (await Services.Get<HandOvers>().ResumeAsync(Services.Time.GetUtcNow(), Cancel)).Should().Be(1);

        (await Scalar<string>("select assignee from task_open")).Should().Be(OtherClerk);
        (await Services.Get<HandOvers>().ResumeAsync(Services.Time.GetUtcNow(), Cancel)).Should().Be(0);
    }

    [Fact]
    public async Task passes_by_a_case_that_cannot_be_read_and_comes_back_to_it()
    {
        var tasks = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            tasks.Add((await Receive(applicant: $"第{i}人")).OpenTasks.Single());
            await Send(new ClaimTask(await AccessOf(Clerk), null, tasks[i]));
        }

        var broken = CaseIds.CaseOf(tasks[1]);
        var state = await Scalar<string>("select state::text from cases where case_id = $1", broken);
        await Run("update cases set state = '[]' where case_id = $1", broken);

        (await Send(new HandOverWork(await AccessOf("designer"), Clerk, new HandOverRequest(OtherClerk, "she is leaving")))).Should().Be(new HandedOver(2, 0, 1));

        await Run("update cases set state = $2::jsonb where case_id = $1", broken, state);
        (await Services.Get<HandOvers>().ResumeAsync(Services.Time.GetUtcNow().AddMinutes(1), Cancel)).Should().Be(1);
        (await Scalar<long>("select count(*) from task_open where assignee = 'li.na'")).Should().Be(3);
        (await Scalar<int>("select moved from hand_over where done_at is not null")).Should().Be(3);
    }

    [Fact]
    public async Task of_others_is_for_who_is_responsible_for_them()
    {
        var colleague = await AccessOf(OtherClerk);

        await FluentActions.Awaiting(() => Send(new HandOverWork(colleague, Clerk, new HandOverRequest(OtherClerk, "give")))).Should().ThrowAsync<ForbiddenException>();
        await FluentActions.Awaiting(() => Send(new PreviewHandOver(colleague, Clerk, null))).Should().ThrowAsync<ForbiddenException>();
    }
}
