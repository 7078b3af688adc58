using Approval.Tests.Cases;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Public;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Cases;

namespace Approval.Tests.Documents;

public sealed class Telling_what_is_missing(PostgresServer server) : CaseTest(server)
{
    private const string Signer = "sun.ling";
    private static readonly NoticeRequest Told = new([new("id", "Missing"), new("authorisation", "Faulty", "未盖章")], "档号有误");

    [Fact]
    public async Task is_kept_with_its_papers_its_words_and_the_day_that_the_flow_gives()
    {
        var asked = await Correct(Told, "请一次补齐");

        var view = await Seen(asked.CaseId);

        var notice = view.Notices.Should().ContainSingle().Subject;
        (notice.Kind, notice.By, notice.Words, notice.Form).Should().Be(("Correction", Clerk, "请一次补齐", "档号有误"));
        notice.Papers.Should().Equal(Told.Papers);
        // Monday 2 March, five working days.
        notice.BringBy.Should().Be(new DateOnly(2026, 3, 9));
        view.Materials.Select(one => (one.Code, one.State)).Should().Contain([("id", "Missing"), ("authorisation", "Faulty")]);
    }

    [Fact]
    public async Task shows_the_end_of_the_period_on_the_task_that_waits()
    {
        var asked = await Correct(Told);

        var task = (await Seen(asked.CaseId)).OpenTasks.Should().ContainSingle().Subject;

        (task.Kind, task.RemainingDays, task.IsStepDue).Should().Be(("Correction", 5, true));
    }

    [Fact]
    public async Task says_before_the_answer_until_when_the_flow_waits()
    {
        var received = await Receive();

        var view = await Send(new TaskDetail(await AccessOf(Clerk), received.OpenTasks.Single()));

        view.Outcomes.Select(one => (one.Outcome, one.BringBy)).Should().Equal(("Accepted", null), ("NotAccepted", null), ("CorrectionNeeded", new DateOnly(2026, 3, 9)));
    }

    [Theory]
    [InlineData("2026-03-01", "NoticeDayPassed")]
    [InlineData("2026-03-10", "NoticeDayTooLate")]
    public async Task refuses_a_day_by_which_nothing_can_be_brought(string day, string code)
    {
        var act = () => Correct(Told with { BringBy = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) });

        (await act.Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be(code);
        (await Scalar<long>("select count(*) from applicant_notice")).Should().Be(0);
    }

    [Fact]
    public async Task refuses_a_paper_that_is_neither_missing_nor_faulty()
    {
        var act = () => Correct(new([new("id", "Supplied")]));

        (await act.Should().ThrowAsync<RuleBrokenException>()).Which.Faults.Should().Contain(fault => fault.Code == "MaterialStateUnknown");
    }

    [Fact]
    public async Task refuses_a_paper_that_is_on_no_list_and_names_it()
    {
        var act = () => Correct(new([new("id", "Missing"), new("diploma", "Missing"), new("photo", "Faulty")]));

        var faults = (await act.Should().ThrowAsync<RuleBrokenException>()).Which.Faults;

        faults.Select(fault => (fault.Code, fault.Where)).Should().Equal(("MaterialUnknown", "diploma"), ("MaterialUnknown", "photo"));
        (await Scalar<long>("select count(*) from material")).Should().Be(0);
    }

    [Fact]
    public async Task stays_as_it_was_told_when_papers_are_handed_in()
    {
        var asked = await Correct(Told);

        await Send(new SupplyMaterial(await AccessOf(Clerk), null, asked.CaseId, new("id")));

        var view = await Seen(asked.CaseId);
        view.Notices.Single().Papers.Should().Equal(Told.Papers);
        view.Materials.Should().Contain(one => one.Code == "id" && one.State == "Supplied");
    }

    [Fact]
    public async Task tells_the_applicant_in_public_what_still_stands()
    {
        var asked = await Correct(Told, "请一次补齐");
        var view = await Seen(asked.CaseId);
        await Send(new SupplyMaterial(await AccessOf(Clerk), null, asked.CaseId, new("id")));

        var found = (await Send(new FindProgress(view.Case.CaseNo, view.Inquiry!.Code)))!.Notice!;

        (found.Words, found.Form, found.BringBy).Should().Be(("请一次补齐", "档号有误", new DateOnly(2026, 3, 9)));
        var paper = found.Papers.Should().ContainSingle().Subject;
        (paper.IsFaulty, paper.Words).Should().Be((true, "未盖章"));
        paper.Name.En.Should().NotBe("authorisation");
    }

    [Fact]
    public async Task tells_nothing_any_more_once_everything_is_there()
    {
        var asked = await Correct(Told);
        var view = await Seen(asked.CaseId);

        await Answer(asked.OpenTasks.Single(), "Supplied");

        (await Send(new FindProgress(view.Case.CaseNo, view.Inquiry!.Code)))!.Notice.Should().BeNull();
    }

    [Fact]
    public async Task is_a_notice_too_where_the_application_is_not_accepted()
    {
        var received = await Receive();
        await Answer(received.OpenTasks.Single(), "NotAccepted", opinion: "不属于本机关职权范围");

        var view = await Seen(received.CaseId);

        view.Notices.Select(one => (one.Kind, one.Words, one.BringBy)).Should().Equal(("NotAccepted", "不属于本机关职权范围", null));
        (await Send(new FindProgress(view.Case.CaseNo, view.Inquiry!.Code)))!.Notice!.Words.Should().Be("不属于本机关职权范围");
    }

    [Fact]
    public async Task is_gone_with_the_act_when_it_is_withdrawn()
    {
        var received = await Receive();
        await Answer(received.OpenTasks.Single(), "CorrectionNeeded", opinion: "缺少授权书");

        await Send(new WithdrawAct(await AccessOf(Clerk), null, received.OpenTasks.Single(), null));

        (await Seen(received.CaseId)).Notices.Should().BeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task leaves_the_papers_as_they_were_when_the_act_is_withdrawn(bool isBehindSigner)
    {
        var promised = new DateOnly(2026, 3, 20);
        var received = await Receive();
        var task = received.OpenTasks.Single();
        await Send(new SupplyMaterial(await AccessOf(Clerk), null, received.CaseId, new("id", "Deferred", promised)));
        if (isBehindSigner)
        {
            await Send(new AddSigner(await AccessOf(Clerk), null, task, Signer, "After", null));
        }

        await Send(new CompleteTask(await AccessOf(Clerk), null, task, "CorrectionNeeded", "请一次补齐", null, Told));
        (await Seen(received.CaseId)).Materials.Select(one => one.State).Should().Equal("Faulty", "Missing");

        await Send(new WithdrawAct(await AccessOf(Clerk), null, task, null));

        (await Seen(received.CaseId)).Materials.Should().Equal(new SuppliedMaterial("id", "Deferred", promised));
    }

    [Fact]
    public async Task leaves_what_was_brought_since_when_the_act_is_withdrawn()
    {
        var asked = await Correct(Told, "请一次补齐");
        await Send(new SupplyMaterial(await AccessOf(Clerk), null, asked.CaseId, new("id")));

        await Send(new WithdrawAct(await AccessOf(Clerk), null, CaseIds.Task(asked.CaseId, 1), null));

        (await Seen(asked.CaseId)).Materials.Should().Equal(new SuppliedMaterial("id"));
    }

    [Fact]
    public async Task marks_no_paper_with_an_answer_that_tells_nothing()
    {
        var received = await Receive();
        var task = received.OpenTasks.Single();
        await Send(new AddSigner(await AccessOf(Clerk), null, task, Signer, "After", null));

        await Send(new CompleteTask(await AccessOf(Clerk), null, task, "Accepted", null, null, Told));

        (await Seen(received.CaseId)).Materials.Should().BeEmpty();
        (await Answer(await PartOf(Signer), "Agreed", Signer)).Status.Should().Be("Open");
    }

    [Fact]
    public async Task says_before_the_answer_whose_words_the_applicant_reads()
    {
        var received = await Receive();
        var task = received.OpenTasks.Single();
        var alone = await Send(new TaskDetail(await AccessOf(Clerk), task));

        await Send(new AddSigner(await AccessOf(Clerk), null, task, Signer, "After", null));
        var signed = await Send(new TaskDetail(await AccessOf(Clerk), task));
        await Answer(task, "CorrectionNeeded", opinion: "请一次补齐");
        var part = await Send(new TaskDetail(await AccessOf(Signer), await PartOf(Signer)));

        foreach (var view in new[] { alone, signed })
        {
            view.Outcomes.Select(one => (one.Outcome, one.Notice)).Should().Equal(("Accepted", null), ("NotAccepted", "NotAccepted"), ("CorrectionNeeded", "Correction"));
        }

        part.Outcomes.Should().OnlyContain(one => one.Notice == null, "a signer's words are no part of it");
    }

    [Fact]
    public async Task behind_signers_is_told_when_they_have_signed_in_the_words_and_with_the_papers_of_who_answered()
    {
        var received = await Receive();
        await AnswerBehindSigner(received, Told with { BringBy = new DateOnly(2026, 3, 5) });
        (await Seen(received.CaseId)).Notices.Should().BeEmpty("it waits for the signature");
        Services.Time.Advance(TimeSpan.FromDays(1));

        await Answer(await PartOf(Signer), "Agreed", Signer, opinion: "同意");

        var view = await Seen(received.CaseId);
        var notice = view.Notices.Should().ContainSingle().Subject;
        (notice.By, notice.Words, notice.Form, notice.BringBy).Should().Be((Clerk, "请一次补齐", "档号有误", new DateOnly(2026, 3, 5)));
        notice.Papers.Should().Equal(Told.Papers);
        view.Materials.Select(one => (one.Code, one.State)).Should().Contain([("id", "Missing"), ("authorisation", "Faulty")]);
    }

    [Fact]
    public async Task behind_signers_leaves_out_what_was_brought_and_a_day_that_is_over()
    {
        var received = await Receive();
        await AnswerBehindSigner(received, Told with { BringBy = new DateOnly(2026, 3, 3) });
        await Send(new SupplyMaterial(await AccessOf(Clerk), null, received.CaseId, new("id")));
        Services.Time.Advance(TimeSpan.FromDays(2));

        await Send(new RemoveSigner(await AccessOf(Clerk), null, received.OpenTasks.Single(), Signer));

        var view = await Seen(received.CaseId);
        var notice = view.Notices.Should().ContainSingle("taking the signer away lets the answer take effect").Subject;
        (notice.By, notice.Words, notice.BringBy).Should().Be((Clerk, "请一次补齐", new DateOnly(2026, 3, 11)));
        notice.Papers.Select(paper => paper.Code).Should().Equal("authorisation");
        view.Materials.Should().Contain(one => one.Code == "id" && one.State == "Supplied");
    }

    private async Task AnswerBehindSigner(CaseMoved received, NoticeRequest notice)
    {
        var task = received.OpenTasks.Single();
        await Send(new AddSigner(await AccessOf(Clerk), null, task, Signer, "After", null));
        await Send(new CompleteTask(await AccessOf(Clerk), null, task, "CorrectionNeeded", "请一次补齐", null, notice));
    }

    private async Task<Guid> PartOf(string signer) => (await Send(new MyTasks(await AccessOf(signer), null, 10))).Items.Single().TaskId;

    private async Task<CaseMoved> Correct(NoticeRequest notice, string? opinion = null)
    {
        var received = await Receive();
        return await Send(new CompleteTask(await AccessOf(Clerk), null, received.OpenTasks.Single(), "CorrectionNeeded", opinion, null, notice));
    }

    private async Task<CaseView> Seen(Guid caseId) => await Send(new CaseDetail(await AccessOf(Clerk), caseId));
}
