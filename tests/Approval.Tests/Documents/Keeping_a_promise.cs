using System.Text;
using System.Text.Json.Nodes;
using Approval.Tests.Cases;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Public;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Contracts.Tasks;

namespace Approval.Tests.Documents;

/// <summary>容缺受理: an instant item is decided at once, before the paper that was promised can come; what it issues waits for it.</summary>
public sealed class Keeping_a_promise(PostgresServer server) : CaseTest(server)
{
    private static readonly DateOnly Promised = new(2026, 3, 10);
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n%%EOF");

    [Fact]
    public async Task is_what_the_document_waits_for()
    {
        var caseId = await Granted();
        var clerk = await AccessOf(Clerk);
        var open = () => Send(new OpenDocument(clerk, caseId, 1));
        (await open.Should().ThrowAsync<ConflictException>()).Which.Code.Should().Be("PromiseOutstanding");
        var awaited = (await Progress(caseId)).Awaited.Should().ContainSingle().Subject;
        awaited.Name.En.Should().NotBe("authorisation");
        awaited.PromisedOn.Should().Be(Promised);

        await Send(new AddAttachment(clerk, null, caseId, "authorisation", "authorisation.pdf", Pdf));
        await Send(new SupplyMaterial(clerk, null, caseId, new("authorisation")));

        await Send(new AddAttachment(clerk, null, caseId, "authorisation", "second page.pdf", Pdf));
        (await Send(new CaseDetail(clerk, caseId))).AwaitedPapers.Should().BeEmpty();
        (await Progress(caseId)).Awaited.Should().BeEmpty();
        Assert.SkipUnless(DocumentFont.Find(null).IsThere, "No font for documents on this machine (Debian: fonts-droid-fallback).");
        (await open()).Content.Should().NotBeEmpty();
    }

    [Fact]
    public async Task is_let_go_by_the_head_of_the_centre_and_hides_nothing_from_who_audits()
    {
        var (caseId, clerk) = (await Granted(), await AccessOf(Clerk));
        await Send(new AddPerson(Admin, new AddPersonRequest("boss", "Boss", "a long password", [new GrantView(Role.HeadOfCentre, "YC-DA")])));

        (await Send(new CaseDetail(await AccessOf("boss"), caseId))).Should().Match<CaseView>(seen => seen.MaySupply && seen.MayLetGo);
        (await Send(new CaseDetail(clerk, caseId))).Should().Match<CaseView>(seen => seen.MaySupply && !seen.MayLetGo && seen.AreDocumentsHeld);
        (await Send(new CaseDetail(await AccessOf("auditor"), caseId))).Should().Match<CaseView>(seen => !seen.MaySupply && !seen.MayLetGo && !seen.AreDocumentsHeld);
        await Send(new SupplyMaterial(await AccessOf("boss"), null, caseId, new("authorisation", "NotNeeded")));
        (await Send(new CaseDetail(clerk, caseId))).MaySupply.Should().BeFalse("nothing is awaited any more");

        (await Send(new CaseDetail(clerk, caseId))).AwaitedPapers.Should().BeEmpty();
        var other = await Granted();
        Assert.SkipUnless(DocumentFont.Find(null).IsThere, "No font for documents on this machine (Debian: fonts-droid-fallback).");
        (await Send(new OpenDocument(clerk, caseId, 1))).Content.Should().NotBeEmpty();
        (await Send(new OpenDocument(await AccessOf("auditor"), other, 1))).Content.Should().NotBeEmpty();
    }

    [Fact]
    public async Task is_waited_for_too_by_a_clerk_who_judges_somewhere_else()
    {
        var caseId = await Granted();
        var seen = await Send(new GetPerson(Admin, Clerk));
        await Send(new ChangePerson(Admin, Clerk, new ChangePersonRequest(seen.DisplayName, true, [.. seen.Grants, new GrantView(Role.Reviewer, "YC-SCJG")], seen.Posts)));
        var clerk = await AccessOf(Clerk);

        (await FluentActions.Awaiting(() => Send(new OpenDocument(clerk, caseId, 1))).Should().ThrowAsync<ConflictException>()).Which.Code.Should().Be("PromiseOutstanding");
    }

    [Fact]
    public async Task is_all_that_can_still_be_done_about_the_papers_of_a_case_that_has_ended()
    {
        var caseId = await Granted();
        var clerk = await AccessOf(Clerk);
        var acts = new Func<Task>[]
        {
            () => Send(new SupplyMaterial(clerk, null, caseId, new("id"))),
            () => Send(new SupplyMaterial(clerk, null, caseId, new("authorisation", "NotNeeded"))),
            () => Send(new SupplyMaterial(clerk, null, caseId, new("authorisation", "Deferred", new DateOnly(2026, 3, 20)))),
            () => Send(new AddAttachment(clerk, null, caseId, "id", "id.pdf", Pdf)),
        };

        foreach (var act in acts)
        {
            (await act.Should().ThrowAsync<ConflictException>()).Which.Code.Should().Be("CaseEnded");
        }

        (await Send(new CaseDetail(clerk, caseId))).AwaitedPapers.Should().Equal("authorisation");
    }

    [Fact]
    public async Task is_no_matter_any_more_where_the_application_came_to_nothing()
    {
        var (received, clerk) = (await HandIn(), await AccessOf(Clerk));
        (await Progress(received.CaseId)).Awaited.Should().ContainSingle("it can be brought while the case is open");
        await Answer(received.OpenTasks.Single(), "NotAccepted", opinion: "不属于本中心受理范围。");

        (await Send(new CaseDetail(clerk, received.CaseId))).AwaitedPapers.Should().BeEmpty();
        (await Progress(received.CaseId)).Awaited.Should().BeEmpty();
        await FluentActions.Awaiting(() => Send(new SupplyMaterial(clerk, null, received.CaseId, new("authorisation")))).Should().ThrowAsync<ConflictException>();
    }

    [Fact]
    public async Task is_for_a_day_before_the_case_is_due_once_that_is_known()
    {
        var clerk = await AccessOf("zhou.na");
        var received = await Send(new ReceiveCase(clerk, null, new ReceiveCaseRequest
        {
            Item = HousingTransfer,
            Applicant = new CaseApplicant("Person", "張三豐"),
            Form = FormOf(HousingTransfer),
            Materials = [.. (await Send(new GetItem(clerk, HousingTransfer, null))).Content.Materials!.Value.EnumerateArray().Select(one => one.GetProperty("code").GetString()!)
                .Select(code => code == "authorisation" ? new SuppliedMaterial(code, "Deferred", Promised) : new(code))],
        }));
        var accept = received.OpenTasks.Single();

        (await Send(new TaskDetail(clerk, accept))).Outcomes.Should().ContainSingle(one => one.Outcome == "Accepted").Which.Should().Match<OutcomeView>(one => one.RefusedCode == "PromiseTooLate" && one.LackingPapers.Count == 0);
        (await FluentActions.Awaiting(() => Answer(accept, "Accepted", "zhou.na")).Should().ThrowAsync<RuleBrokenException>()).Which.Faults.Should().ContainSingle(fault => fault.Code == "PromiseTooLate" && fault.Where == "authorisation");
        var last = (await Send(new GetItem(clerk, HousingTransfer, null))).LastPromise!.Value;
        await Send(new SupplyMaterial(clerk, null, received.CaseId, new("authorisation", "Deferred", last)));
        await Answer(accept, "Accepted", "zhou.na");

        last.Should().BeBefore(Promised);
        (await Scalar<DateTime>("select due_at from cases where case_id = $1", received.CaseId)).Should().BeAfter(last.ToDateTime(TimeOnly.MaxValue));
        (await Send(new GetItem(clerk, InstantCopy, null))).LastPromise.Should().BeNull("what is answered on the spot is due before anything can come");
    }

    private async Task<Guid> Granted()
    {
        var received = await HandIn();
        var accepted = await Answer(received.OpenTasks.Single(), "Accepted");
        var verified = await Answer(accepted.OpenTasks.Single(), "Verified");
        (await Answer(verified.OpenTasks.Single(), "Complete")).Status.Should().Be("Closed");
        return received.CaseId;
    }

    private async Task<CaseMoved> HandIn()
    {
        var form = new JsonObject { ["fileNumber"] = "2026-0001", ["byAgent"] = true, ["agentName"] = "王代理", ["agentId"] = "51010619030808003X" };
        return await Send(new ReceiveCase(await AccessOf(Clerk), null, new ReceiveCaseRequest
        {
            Item = InstantCopy,
            Applicant = new CaseApplicant("Person", "張三豐"),
            Form = form,
            Materials = [new("id"), new("authorisation", "Deferred", Promised)],
        }));
    }

    private async Task<CaseProgress> Progress(Guid caseId)
    {
        var view = await Send(new CaseDetail(await AccessOf(Clerk), caseId));
        return (await Send(new FindProgress(view.Case.CaseNo, view.Inquiry!.Code)))!;
    }
}
