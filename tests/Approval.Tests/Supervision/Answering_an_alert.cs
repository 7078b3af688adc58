using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Checks;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Notifications;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Supervision;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Contracts.Supervision;

namespace Approval.Tests.Supervision;

/// <summary>From raise to the decision on the appeal, each step by its person.</summary>
public sealed class Answering_an_alert(PostgresServer server) : AlertTest(server)
{
    [Fact]
    public async Task goes_from_acknowledgement_to_the_decision_on_the_appeal()
    {
        var alert = await Raised();
        alert.Next.Should().Equal("Acknowledged", "Escalated");

        (await Show(Clerk, alert)).Next.Should().Equal("Acknowledged", "Explained");
        await Lead(Clerk, alert, "Acknowledged");
        await Lead(Clerk, alert, "Explained", "材料送达较晚");
        await Lead("supervisor", alert, "Upheld", "说明不成立");
        (await Show("supervisor", alert)).Next.Should().BeEmpty();
        (await Send(new MyNotices(await AccessOf(Clerk)))).Should().ContainSingle(one => one.Kind == "Upheld" && one.By == "supervisor", "who answers for it is told that they may appeal");
        await Lead(Clerk, alert, "Appealed", "请复核");
        (await Send(new MyNotices(await AccessOf(Clerk)))).Should().NotContain(one => one.Kind == "Upheld");
        (await Show("supervisor", alert)).Next.Should().BeEmpty("nobody judges twice about the same alert");
        var end = await Lead("chen.na", alert, "Accepted", "复核后采纳");

        end.Alert.Status.Should().Be("Accepted");
        end.Acts.Select(act => $"{act.Actor} {act.Status}").Should().Equal(
            $"{Clerk} Acknowledged", $"{Clerk} Explained", "supervisor Upheld", $"{Clerk} Appealed", "chen.na Accepted");
        end.Next.Should().BeEmpty();
    }

    [Fact]
    public async Task reaches_the_head_where_no_supervisor_is_left_who_may_judge()
    {
        var alert = await Raised();
        await Send(new ChangePerson(Admin, "chen.na", new ChangePersonRequest("陈娜", false, [new(Role.Supervisor, "YC")], [])));
        await Send(new ChangePerson(Admin, "head.centre", new ChangePersonRequest("王建国", true, [new(Role.HeadOfCentre, "YC")], [])));
        (await Show("head.centre", alert)).Next.Should().BeEmpty("a supervisor may still judge");

        await Lead(Clerk, alert, "Explained", "材料送达较晚");
        await Lead("supervisor", alert, "Upheld", "说明不成立");
        await Lead(Clerk, alert, "Appealed", "请复核");

        (await Show("head.centre", alert)).Next.Should().Equal("Accepted", "Upheld");
        (await Lead("head.centre", alert, "Accepted", "复核后采纳")).Alert.Status.Should().Be("Accepted");
    }

    [Fact]
    public async Task is_refused_to_those_whose_step_it_is_not()
    {
        var alert = await Raised();

        await Refused<ForbiddenException>("auditor", alert, "Acknowledged");
        await Refused<ForbiddenException>("supervisor", alert, "Explained", "x");
        await Refused<NotFoundException>("zhou.na", alert, "Acknowledged");
        await Lead("supervisor", alert, "Acknowledged");
        await Refused<ForbiddenException>(Clerk, alert, "Accepted", "x");
        await Refused<ConflictException>("supervisor", alert, "Acknowledged");
    }

    [Fact]
    public async Task needs_words_for_everything_but_the_acknowledgement()
    {
        var alert = await Raised();

        await Refused<RuleBrokenException>(Clerk, alert, "Explained", " ");
        await Refused<RuleBrokenException>(Clerk, alert, "Raised", "x");
    }

    [Fact]
    public async Task lets_one_of_two_acts_at_the_same_moment_through()
    {
        var alert = await Raised();

        var both = await Task.WhenAll(Try("supervisor"), Try("chen.na"));

        both.Should().BeEquivalentTo([true, false]);
        (await Show(Clerk, alert)).Acts.Should().ContainSingle();

        async Task<bool> Try(string user)
        {
            try
            {
                await Lead(user, alert, "Acknowledged");
                return true;
            }
            catch (ConflictException)
            {
                return false;
            }
        }
    }

    [Fact]
    public async Task begins_with_a_card_for_whoever_holds_the_case_with_the_reason_as_evidence()
    {
        var alert = await Raised();

        alert.Alert.Should().BeEquivalentTo(new { Clock = "Irregularity", Level = "YellowCard", Person = Clerk, Status = "Raised" });
        alert.Evidence.GetProperty("reason").GetString().Should().Be("清单之外收费");
        var act = async () => await Send(new RaiseAlert(await AccessOf("auditor"), null, new RaiseAlertRequest(alert.Alert.CaseId, "x")));
        await act.Should().ThrowAsync<ForbiddenException>();
        act = async () => await Send(new RaiseAlert(await AccessOf("xu.xia"), null, new RaiseAlertRequest(alert.Alert.CaseId, "x")));
        await act.Should().ThrowAsync<ForbiddenException>("the case is in another district");
    }

    [Fact]
    public async Task stands_in_the_trail_once_and_the_case_knows_it()
    {
        var alert = await Raised();

        var again = await Send(new RaiseAlert(await AccessOf("supervisor"), "raise-once", new RaiseAlertRequest(alert.Alert.CaseId, "清单之外收费")));

        again.Alert.AlertId.Should().Be(alert.Alert.AlertId);
        var trail = await Send(new CaseJournal(await AccessOf("supervisor"), alert.Alert.CaseId));
        trail.Where(row => row.Act == "AlertRaised").Select(row => row.Actor).Should().Equal("supervisor");
        (await Services.Get<CaseChecks>().RunAsync(1, TestContext.Current.CancellationToken)).Findings.Should().BeEmpty();
    }
}
