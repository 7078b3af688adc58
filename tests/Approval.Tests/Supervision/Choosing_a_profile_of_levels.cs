using Approval.Tests.Cases;
using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Checks;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Supervision;
using ApprovalEngine.Approval.Timers;
using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Contracts.Organisation;

namespace Approval.Tests.Supervision;

public sealed class Choosing_a_profile_of_levels(PostgresServer server) : CaseTest(server)
{
    private const string Officer = "zhou.na";

    [Fact]
    public async Task for_the_centre_watches_open_cases_by_it_though_nobody_touches_them()
    {
        await Housing();
        await Later(10);
        (await Raised()).Should().Equal(("Promised:Notice", "ours/1"), ("Promised:YellowCard", "ours/1"));

        var levels = await Send(new ChooseLevels(Admin, "chengdu"));
        Services.Time.Advance(TimeSpan.FromSeconds(6));
        await Sweep();
        await Sweep();

        levels.Single(profile => profile.IsInForce).Code.Should().Be("chengdu");
        (await Raised()).Should().Contain(("Promised:RedCard", "chengdu/1"), "in Chengdu's profile overdue is red; what was raised stays");
        (await Raised()).Should().Contain(("Promised:YellowCard", "ours/1"));
        (await Services.Get<CaseChecks>().RunAsync(Admin.CentreId, Cancel)).Findings.Should().BeEmpty();
        (await Send(new ListEvents(Admin, new EventFilter("LevelProfileChosen", null, null, null, null), null, 50))).Items.Single().Particulars.GetProperty("to").GetString().Should().Be("chengdu");
    }

    [Fact]
    public async Task for_an_item_goes_for_the_cases_of_that_version_and_no_others()
    {
        await Housing();
        var item = await Send(new GetItem(Admin, HousingTransfer, null));
        await Send(new PublishItem(Admin, HousingTransfer, new PublishItemRequest(item.Content with { LevelProfile = "chengdu" }, item.CurrentVersion)));
        await Housing();

        await Later(10);

        (await Raised()).Should().BeEquivalentTo([("Promised:Notice", "ours/1"), ("Promised:YellowCard", "ours/1"), ("Promised:YellowCard", "chengdu/1"), ("Promised:RedCard", "chengdu/1")]);
        (await Send(new ListLevels(Admin))).Single(profile => profile.Code == "chengdu").Items.Should().Equal(HousingTransfer);
        (await Send(new GetItem(Admin, HousingTransfer, null))).Content.LevelProfile.Should().Be("chengdu");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task leaves_cases_whole_that_are_accepted_before_the_watch_has_looked_at_them(bool isBySilence)
    {
        var received = await Receive(HousingTransfer, Officer);
        await Send(new ChooseLevels(Admin, "chengdu"));

        if (isBySilence)
        {
            Services.Time.Advance(TimeSpan.FromDays(8));
            (await Services.Get<DueSweep>().RunAsync(DueKind.Flow, "timers", Cancel)).Failed.Should().Be(0);
        }
        else
        {
            await Answer(received.OpenTasks.Single(), "Accepted", Officer);
        }

        (await Scalar<long>("select count(*) from timer t join cases c using (centre_id, case_id) where t.kind = 1 and t.due_at = c.next_alert_at")).Should().Be(1);
        (await Services.Get<CaseChecks>().RunAsync(Admin.CentreId, Cancel)).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task that_does_not_exist_or_without_the_right_is_refused()
    {
        await Send(new AddPerson(Admin, new AddPersonRequest("local", "Local", "a long password", [new GrantView(Role.Administrator, "YC-DA")])));
        var item = await Send(new GetItem(Admin, InstantCopy, null));

        await FluentActions.Awaiting(() => Send(new ChooseLevels(Admin, "nobodys"))).Should().ThrowAsync<RuleBrokenException>().Where(refused => refused.Code == "LevelProfileUnknown");
        var local = await AccessOf("local");
        await FluentActions.Awaiting(() => Send(new ChooseLevels(local, "chengdu"))).Should().ThrowAsync<ForbiddenException>();
        await FluentActions.Awaiting(() => Send(new PublishItem(Admin, InstantCopy, new PublishItemRequest(item.Content with { LevelProfile = "nobodys" }, item.CurrentVersion))))
            .Should().ThrowAsync<RuleBrokenException>().Where(refused => refused.Code == "LevelProfileUnknown");
    }

    private async Task Housing()
    {
        var received = await Receive(HousingTransfer, Officer);
        await Answer(received.OpenTasks.Single(), "Accepted", Officer);
    }

    private async Task Later(int days)
    {
        Services.Time.Advance(TimeSpan.FromDays(days));
        await Sweep();
    }

    private Task<SweepReport> Sweep() => Services.Get<DueSweep>().RunAsync(DueKind.Alert, "alerts", Cancel);

    /// <summary>Of the case's own clocks, in the order in which they were due.</summary>
    private async Task<IReadOnlyList<(string Key, string Profile)>> Raised()
    {
        var text = await Scalar<string>("select coalesce(string_agg(key || '|' || profile, ',' order by due_at, level), '') from alert where key like 'Promised:%'");
        return [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(one => (one.Split('|')[0], one.Split('|')[1]))];
    }
}
