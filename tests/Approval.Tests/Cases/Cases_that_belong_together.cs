using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Cases;

namespace Approval.Tests.Cases;

public sealed class Cases_that_belong_together(PostgresServer server) : CaseTest(server)
{
    private const string Number = "51010619030808003X";

    [Fact]
    public async Task are_those_of_the_applicant_and_of_the_project_as_far_as_one_may_see_them()
    {
        var here = await ReceiveFor(Number, project: "P-1");
        var same = await ReceiveFor(Number, project: "P-1");
        var applicant = await ReceiveFor(Number, project: null);
        var project = await ReceiveFor(null, project: "P-1");
        await ReceiveFor(null, project: "P-2");
        var elsewhere = await ReceiveFor(Number, project: null, HousingTransfer, "xu.lei");

        var seen = await Send(new FindRelatedCases(await AccessOf(Clerk), here.CaseId));
        var all = await Send(new FindRelatedCases(await AccessOf("auditor"), here.CaseId));

        seen.Select(one => (one.Case.CaseId, one.IsOfApplicant, one.IsOfProject)).Should().BeEquivalentTo(
            [(same.CaseId, true, true), (applicant.CaseId, true, false), (project.CaseId, false, true)]);
        all.Select(one => one.Case.CaseId).Should().Contain(elsewhere.CaseId).And.HaveCount(4);
    }

    [Fact]
    public async Task are_found_by_the_number_and_each_keeps_what_its_own_application_said_of_the_applicant()
    {
        var clerk = await AccessOf(Clerk);
        var first = await ReceiveFor(Number, project: null);
        var second = await Send(new ReceiveCase(clerk, null, new ReceiveCaseRequest
        {
            Item = InstantCopy,
            Applicant = new CaseApplicant("Person", "张冒名", Number, "13900139000"),
            Form = FormOf(InstantCopy),
        }));

        var (before, after) = (await Send(new CaseDetail(clerk, first.CaseId)), await Send(new CaseDetail(clerk, second.CaseId)));

        (before.Case.Applicant, before.Applicant.Phone).Should().Be(("張三豐", null));
        (after.Case.Applicant, after.Applicant.Phone).Should().Be(("张冒名", "139****9000"));
        (await Send(new FindRelatedCases(clerk, first.CaseId))).Should().ContainSingle().Which.Case.CaseId.Should().Be(second.CaseId);
    }

    [Fact]
    public async Task are_shown_while_another_application_is_entered_by_the_number_and_by_the_name_only_without_one()
    {
        var first = await ReceiveFor(Number, project: null);
        var named = await Send(new ReceiveCase(await AccessOf(Clerk), null, new ReceiveCaseRequest
        {
            Item = InstantCopy,
            Applicant = new CaseApplicant("Person", "张冒名", Number, "13900139000"),
            Form = FormOf(InstantCopy),
        }));
        await ReceiveFor(Number, project: null, HousingTransfer, "xu.lei");
        await Send(new EndCase(await AccessOf("head.centre"), null, first.CaseId, "Terminated", "entered twice"));
        async Task<EarlierCases> Earlier(string? number, string? name, string user = Clerk) => await Send(new FindEarlierCases(await AccessOf(user), new("Person", number, name)));

        var (byNumber, byName, all) = (await Earlier(Number.ToLowerInvariant(), null), await Earlier(null, "张冒名"), await Earlier(Number, null, "auditor"));

        (byNumber.Count, byNumber.OpenCount, byNumber.IsByNumber).Should().Be((2, 1, true));
        byNumber.Newest.Select(one => one.CaseId).Should().Equal([named.CaseId, first.CaseId], "open ones come first");
        (byName.Count, byName.IsByNumber, byName.Newest.Single().CaseId).Should().Be((1, false, named.CaseId));
        all.Count.Should().Be(3);
        (await Earlier(null, "张冒")).Count.Should().Be(0, "part of a name is another name");
        (await Earlier(null, " ")).Count.Should().Be(0);
    }

    [Fact]
    public async Task are_closed_to_who_may_not_see_the_case_itself()
    {
        var here = await ReceiveFor(Number, project: null);
        var stranger = await AccessOf("zhou.na");

        var find = () => Send(new FindRelatedCases(stranger, here.CaseId));

        await find.Should().ThrowAsync<ForbiddenException>();
    }

    private async Task<CaseMoved> ReceiveFor(string? number, string? project, string item = InstantCopy, string clerk = Clerk) => await Send(new ReceiveCase(
        await AccessOf(clerk), null, new ReceiveCaseRequest { Item = item, ProjectNo = project, Applicant = new CaseApplicant("Person", "張三豐", number), Form = FormOf(item) }));
}
