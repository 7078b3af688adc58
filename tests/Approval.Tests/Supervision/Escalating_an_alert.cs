using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Checks;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Notifications;
using ApprovalEngine.Approval.Supervision;
using ApprovalEngine.Contracts.Accounts;
using ApprovalEngine.Contracts.Supervision;
using Npgsql;

namespace Approval.Tests.Supervision;

/// <summary>A supervisor hands an alert up; from then on it is for those above.</summary>
public sealed class Escalating_an_alert(PostgresServer server) : AlertTest(server)
{
    private const string Head = "head.centre";

    [Fact]
    public async Task takes_the_decision_away_from_all_on_the_same_floor_and_gives_it_to_the_one_above()
    {
        var alert = await Raised();
        await Lead(Clerk, alert, "Explained", "材料送达较晚");

        var escalated = await Lead("supervisor", alert, "Escalated", "涉及多个部门");

        escalated.Alert.Status.Should().Be("Escalated");
        escalated.Next.Should().BeEmpty("who hands it up has it no longer");
        (await Show("chen.na", alert)).Next.Should().BeEmpty();
        (await Show(Clerk, alert)).Next.Should().BeEmpty();
        await Refused<ForbiddenException>("chen.na", alert, "Upheld", "x");
        (await Show(Head, alert)).Next.Should().Equal("Accepted", "Upheld");
        (await Lead(Head, alert, "Accepted", "情况属实")).Acts.Select(act => $"{act.Actor} {act.Status}").Should().Equal($"{Clerk} Explained", "supervisor Escalated", $"{Head} Accepted");
    }

    [Fact]
    public async Task gives_an_appeal_back_to_the_others_of_the_floor_where_all_above_have_decided()
    {
        var alert = await Raised();
        await Lead("supervisor", alert, "Escalated", "涉及多个部门");
        await Lead(Head, alert, "Upheld", "说明不成立");
        await Lead(Clerk, alert, "Appealed", "请复核");

        (await Show(Head, alert)).Next.Should().BeEmpty("nobody judges twice about the same alert");
        (await Lead("chen.na", alert, "Accepted", "复核后采纳")).Alert.Status.Should().Be("Accepted");
    }

    [Fact]
    public async Task is_for_supervisors_and_needs_words_and_somebody_above()
    {
        var alert = await Raised();

        await Refused<ForbiddenException>("auditor", alert, "Escalated", "x");
        await Refused<ForbiddenException>(Clerk, alert, "Escalated", "x");
        await Refused<NotFoundException>("xu.xia", alert, "Escalated", "x");
        await Refused<RuleBrokenException>("supervisor", alert, "Escalated", " ");
        (await Show(Head, alert)).Next.Should().Equal("Acknowledged");
    }

    [Fact]
    public async Task of_a_task_that_nobody_had_taken_never_reaches_the_head_who_answers_for_it()
    {
        var alert = await Raised(isClaimed: false);

        alert.Alert.Person.Should().BeNull();
        (await Show(Head, alert)).Next.Should().Equal("Acknowledged", "Explained");
        alert.Next.Should().Equal(["Acknowledged"], "nobody is left above who does not answer for it");
        await Refused<ForbiddenException>("supervisor", alert, "Escalated", "x");
    }

    [Fact]
    public async Task tells_those_above_by_notice_and_message_until_they_have_decided()
    {
        var alert = await Raised();
        await Lead("supervisor", alert, "Escalated", "涉及多个部门");

        var told = (await Notices(Head)).Should().ContainSingle(notice => notice.Kind == "Escalated").Subject;
        told.Should().BeEquivalentTo(new { alert.Alert.AlertId, alert.Alert.CaseId, By = "supervisor", Text = "YellowCard" });
        (await Notices("chen.na")).Concat(await Notices("supervisor")).Should().NotContain(notice => notice.Kind == "Escalated");
        await Services.Get<OutboxDelivery>().RunAsync(TestContext.Current.CancellationToken);
        (await Delivered(alert)).Should().Equal($"user:{Head} 监察上报：{alert.Alert.CaseNo} 涉及多个部门");

        await Lead(Head, alert, "Upheld", "说明不成立");

        (await Notices(Head)).Should().NotContain(notice => notice.Kind == "Escalated");
    }

    [Fact]
    public async Task stands_in_the_trail_of_the_case_with_a_proof_of_the_words_and_in_the_feed_of_the_board()
    {
        var alert = await Raised();
        await Lead("supervisor", alert, "Escalated", "涉及多个部门");

        var trail = await Send(new CaseJournal(await AccessOf("supervisor"), alert.Alert.CaseId));
        var row = trail.Should().ContainSingle(one => one.Act == "AlertAnswered").Subject;
        row.Actor.Should().Be("supervisor");
        (await Payload(alert)).Should().Contain("\"status\":\"Escalated\"").And.NotContain("涉及多个部门")
            .And.Contain(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("涉及多个部门"u8)));
        (await Services.Get<CaseChecks>().RunAsync(1, TestContext.Current.CancellationToken)).Findings.Should().BeEmpty();
        (await Send(new CheckTrail(await AccessOf("auditor"), alert.Alert.CaseId))).IsGreen.Should().BeTrue();

        var feed = await Send(new ListHappenings(await AccessOf("auditor"), 50));
        feed.Where(one => one.CaseId == alert.Alert.CaseId).Select(one => $"{one.Kind} {one.Detail}").Should().Equal("AlertEscalated YellowCard", "AlertRaised YellowCard");
        (await Send(new ListHappenings(await AccessOf("wu.chao"), 50))).Should().BeEmpty("it is another district's");
        await FluentActions.Awaiting(async () => await Send(new ListHappenings(await AccessOf(Clerk), 50))).Should().ThrowAsync<ForbiddenException>();
    }

    private async Task<IReadOnlyList<NoticeView>> Notices(string user) => await Send(new MyNotices(await AccessOf(user)));

    private async Task<List<string>> Delivered(AlertView alert) =>
        await Texts("select recipient || ' ' || subject || ' ' || text from delivery where case_id = $1", alert);

    private async Task<string> Payload(AlertView alert) => (await Texts("select payload from audit where case_id = $1 and act = 'AlertAnswered'", alert)).Single();

    private async Task<List<string>> Texts(string sql, AlertView alert)
    {
        await using var command = Services.Get<NpgsqlDataSource>().CreateCommand(sql);
        command.Parameters.Add(new() { Value = alert.Alert.CaseId });
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
