using ApprovalEngine.Approval.Notifications;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Supervision;
using ApprovalEngine.Contracts.Accounts;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Contracts.Supervision;

namespace Approval.Tests.Supervision;

/// <summary>Alerts that wait for somebody are counted at their bell and found in the list, and are the same that the procedure lets them lead on.</summary>
public sealed class What_waits_for_whom(PostgresServer server) : AlertTest(server)
{
    private const string Head = "head.centre";

    /// <summary>Those who may look at the alert; the head is a supervisor, too.</summary>
    private readonly List<string> onlookers = [Clerk, "supervisor", "chen.na", Head, "auditor"];

    [Fact]
    public async Task is_a_decision_from_the_explanation_on_for_those_who_may_judge()
    {
        var alert = await Raised();
        (await Deciders(alert)).Should().BeEmpty("it waits for the explanation");

        await Lead(Clerk, alert, "Explained", "材料送达较晚");
        (await Deciders(alert)).Should().Equal("supervisor", "chen.na", Head);

        await Lead("supervisor", alert, "Upheld", "说明不成立");
        (await Deciders(alert)).Should().BeEmpty();

        await Lead(Clerk, alert, "Appealed", "请复核");
        (await Deciders(alert)).Should().Equal(["chen.na", Head], "nobody judges twice about the same alert");
    }

    [Fact]
    public async Task is_left_to_those_above_once_it_is_escalated_and_comes_back_where_they_have_decided()
    {
        var alert = await Raised();
        await Lead("supervisor", alert, "Escalated", "涉及多个部门");
        (await Deciders(alert, isEscalated: true)).Should().Equal([Head], "a notice names it");

        await Lead(Head, alert, "Upheld", "说明不成立");
        await Lead(Clerk, alert, "Appealed", "请复核");

        (await Deciders(alert)).Should().Equal("supervisor", "chen.na");
    }

    [Fact]
    public async Task goes_up_by_itself_where_no_supervisor_is_left_who_may_judge()
    {
        var alert = await Raised();
        await Send(new ChangePerson(Admin, "chen.na", new ChangePersonRequest("陈娜", false, [new(Role.Supervisor, "YC")], [])));
        await Send(new ChangePerson(Admin, Head, new ChangePersonRequest("王建国", true, [new(Role.HeadOfCentre, "YC")], [])));
        onlookers.Remove("chen.na");
        await Lead(Clerk, alert, "Explained", "材料送达较晚");
        (await Deciders(alert)).Should().Equal("supervisor");
        await Lead("supervisor", alert, "Upheld", "说明不成立");

        await Lead(Clerk, alert, "Appealed", "请复核");

        (await Deciders(alert)).Should().Equal(Head);
    }

    [Fact]
    public async Task is_an_answer_of_the_head_where_nobody_had_taken_the_task()
    {
        var alert = await Raised(isClaimed: false);

        onlookers.Remove(Clerk);
        (await Duties(Head)).Should().Contain(new DutyView("AnswerAsHead", 1, null)).And.NotContain(duty => duty.Kind == "Decide");
        (await Listed(Head, AlertDuty.Answer)).Should().Equal(alert.Alert.AlertId);
        (await Duties("supervisor")).Should().BeEmpty();
        (await Listed("supervisor", AlertDuty.Answer)).Should().BeEmpty();

        await Lead(Head, alert, "Explained", "窗口无人");

        (await Duties(Head)).Should().NotContain(duty => duty.Kind == "AnswerAsHead" || duty.Kind == "Decide", "nobody judges their own");
        (await Deciders(alert)).Should().Equal("supervisor", "chen.na");
    }

    [Fact]
    public async Task is_one_s_own_to_answer_in_the_list_and_stands_at_the_bell_by_itself()
    {
        var alert = await Raised();

        (await Listed(Clerk, AlertDuty.Answer)).Should().Equal(alert.Alert.AlertId);
        (await Duties(Clerk)).Should().BeEmpty("a notice names it");
        (await Send(new MyNotices(await AccessOf(Clerk)))).Should().ContainSingle(notice => notice.Kind == "Alert");
    }

    [Fact]
    public async Task is_nothing_for_programs()
    {
        var alert = await Raised();
        await Lead(Clerk, alert, "Explained", "材料送达较晚");
        var program = await AccessOf("supervisor") with { IsProgram = true };

        (await Send(new MyDuties(program))).Should().BeEmpty();
    }

    /// <summary>For whom the alert is listed and counted to be decided; checked against what the procedure lets each of them do.</summary>
    private async Task<List<string>> Deciders(AlertView alert, bool isEscalated = false)
    {
        var deciders = new List<string>();
        foreach (var user in onlookers)
        {
            var isListed = (await Listed(user, AlertDuty.Decide)).Contains(alert.Alert.AlertId);
            (await Duties(user)).Count(duty => duty.Kind == "Decide").Should().Be(isListed && !isEscalated ? 1 : 0, user);
            (await Show(user, alert)).Next.Contains("Upheld").Should().Be(isListed, user);
            if (isListed)
            {
                deciders.Add(user);
            }
        }

        return deciders;
    }

    private async Task<IReadOnlyList<DutyView>> Duties(string user) => await Send(new MyDuties(await AccessOf(user)));

    private async Task<IEnumerable<long>> Listed(string user, AlertDuty duty) =>
        (await Send(new ListAlerts(await AccessOf(user), new AlertFilter(Duty: duty), null, 50))).Items.Select(alert => alert.AlertId);
}
