using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;

namespace Approval.Tests.Cases;

public sealed class Handing_in_an_application(PostgresServer server) : CaseTest(server)
{
    [Fact]
    public async Task gives_it_a_number_and_opens_the_acceptance_check()
    {
        var moved = await Receive();

        CaseNumber.IsValid(moved.CaseNo).Should().BeTrue();
        moved.CaseNo.Should().StartWith("YC-YC-DA-0001-20260302-0001");
        moved.Status.Should().Be("Received");
        moved.OpenTasks.Should().ContainSingle().Which.Should().Be(CaseIds.Task(moved.CaseId, 1));
    }

    [Fact]
    public async Task never_gives_a_number_twice()
    {
        var moved = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Receive(applicant: $"申請人{i}")));

        moved.Select(one => one.CaseNo).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task keeps_names_as_they_are_written()
    {
        var moved = await Receive(applicant: "阿卜杜拉·买买提𠮷");

        (await Send(new CaseDetail(await AccessOf(Clerk), moved.CaseId))).Case.Applicant.Should().Be("阿卜杜拉·买买提𠮷");
    }

    [Fact]
    public async Task is_refused_to_a_reviewer_of_the_department()
    {
        var act = () => Receive(clerk: "zhu.min");

        (await act.Should().ThrowAsync<ForbiddenException>()).Which.Code.Should().Be("IntakeNotYours");
    }

    [Fact]
    public async Task names_every_wrong_field_at_once()
    {
        var access = await AccessOf(Clerk);
        var request = new ReceiveCaseRequest { Item = "", Channel = "Pigeon", Applicant = new CaseApplicant("Ghost", "") };

        var act = () => Send(new ReceiveCase(access, null, request));

        (await act.Should().ThrowAsync<RuleBrokenException>()).Which.Faults.Select(fault => fault.Where)
            .Should().Contain(["item", "channel", "applicant.kind", "applicant.name"]);
    }

    [Fact]
    public async Task leaves_nothing_behind_when_it_is_refused()
    {
        var act = () => Receive(item: "no-such-item");

        await act.Should().ThrowAsync<NotFoundException>();
        (await Scalar<long>("select count(*) from cases")).Should().Be(0);
    }
}
