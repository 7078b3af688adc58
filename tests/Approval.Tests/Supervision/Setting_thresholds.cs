using Approval.Tests.Cases;
using ApprovalEngine.Approval.Checks;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Supervision;
using ApprovalEngine.Approval.Timers;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Contracts.Supervision;

namespace Approval.Tests.Supervision;

public sealed class Setting_thresholds(PostgresServer server) : CaseTest(server)
{
    private const string Officer = "zhou.na";
    private static readonly LevelRuleView RedAtOnce = new("Promised", "RedCard", "Promised", MoreDays: 0);

    [Fact]
    public async Task watches_open_cases_by_the_new_ones_and_leaves_what_was_raised()
    {
        var received = await Receive(HousingTransfer, Officer);
        await Answer(received.OpenTasks.Single(), "Accepted", Officer);
        await Later(10);

        var levels = await Send(new ChangeLevels(Admin, "ours", new ChangeLevelsRequest(null, [RedAtOnce], 1)));
        await Watch();

        levels.Single(profile => profile.IsInForce).Should().BeEquivalentTo(new { Code = "ours", Version = 2, Rules = new[] { RedAtOnce }, Name = (LocalText?)null });
        (await Raised()).Should().Be("Promised:Notice ours/1,Promised:YellowCard ours/1,Promised:RedCard ours/2");
        (await Services.Get<CaseChecks>().RunAsync(Admin.CentreId, Cancel)).Findings.Should().BeEmpty();
    }

    [Theory]
    [InlineData("Promised", 30)]
    [InlineData("Promised", 0)]
    [InlineData("Step", 366)]
    public async Task moves_the_next_look_at_a_case_nearer_further_or_away(string clock, int moreDays)
    {
        var received = await Receive(HousingTransfer, Officer);
        await Answer(received.OpenTasks.Single(), "Accepted", Officer);

        await Send(new ChangeLevels(Admin, "ours", new ChangeLevelsRequest(null, [new(clock, "RedCard", clock, MoreDays: moreDays)], 1)));
        await Watch();

        (await Scalar<long>("select count(*) from cases c where c.next_alert_at is distinct from (select t.due_at from timer t where t.case_id = c.case_id and t.key = 'alert')")).Should().Be(0);
        (await Scalar<long>("select count(*) from timer where key = 'levels'")).Should().Be(0);
        (await Services.Get<CaseChecks>().RunAsync(Admin.CentreId, Cancel)).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task is_followed_by_an_act_that_was_under_way_too()
    {
        var received = await Receive(HousingTransfer, Officer);
        await Answer(received.OpenTasks.Single(), "Accepted", Officer);
        var old = await Scalar<DateTime>("select next_alert_at from cases");
        await Send(new ChangeLevels(Admin, "ours", new ChangeLevelsRequest(null, [RedAtOnce], 1)));

        // What such an act writes after the thresholds were set: its own next look, by the old ones.
        await Run("update timer set due_at = $1 where key = 'alert'", old);
        await Watch();
        await Later(10);

        (await Raised()).Should().Be("Promised:RedCard ours/2");
    }

    [Fact]
    public async Task makes_a_profile_of_the_centres_own_that_it_can_follow()
    {
        var name = new LocalText("本市", "本市", "Our city");

        await Send(new ChangeLevels(Admin, "city", new ChangeLevelsRequest(name, [new("Promised", "YellowCard", "Promised", LastDays: 1)], 0)));
        var levels = await Send(new ChooseLevels(Admin, "city"));
        var received = await Receive(HousingTransfer, Officer);
        await Answer(received.OpenTasks.Single(), "Accepted", Officer);
        await Later(10);

        levels.Single(profile => profile.IsInForce).Name.Should().Be(name);
        (await Raised()).Should().Be("Promised:YellowCard city/1");
    }

    [Fact]
    public async Task is_refused_to_who_saw_an_older_version_and_changes_nothing()
    {
        await Send(new ChangeLevels(Admin, "ours", new ChangeLevelsRequest(null, [RedAtOnce], 1)));

        var late = () => Send(new ChangeLevels(Admin, "ours", new ChangeLevelsRequest(null, [RedAtOnce with { MoreDays = 3 }], 1)));

        (await late.Should().ThrowAsync<ConflictException>()).Which.Code.Should().Be("LevelProfileChanged");
        (await Send(new ListLevels(Admin))).Single(profile => profile.Code == "ours").Rules.Should().Equal(RedAtOnce);
    }

    [Fact]
    public async Task is_the_matter_of_the_centres_administrators()
    {
        await Send(new AddPerson(Admin, new AddPersonRequest("local", "Local", "a long password", [new GrantView(Role.Administrator, "YC-DA")])));
        var local = await AccessOf("local");

        await FluentActions.Awaiting(() => Send(new ChangeLevels(local, "ours", new ChangeLevelsRequest(null, [RedAtOnce], 1)))).Should().ThrowAsync<ForbiddenException>();
    }

    public static TheoryData<LevelRuleView> Unusable => new(
        new LevelRuleView("Promised", "RedCard", "Promised"),
        new LevelRuleView("Promised", "RedCard", "Promised", 80, 0),
        new LevelRuleView("Promised", "RedCard", "Promised", SharePercent: 101),
        new LevelRuleView("Promised", "RedCard", "Promised", MoreDays: -1),
        new LevelRuleView("Promised", "RedCard", "Promised", LastDays: 0),
        new LevelRuleView("Step", "RedCard", "Promised", MoreDays: 0),
        new LevelRuleView("Irregularity", "RedCard", "Irregularity", MoreDays: 0),
        new LevelRuleView("3", "RedCard", "3", MoreDays: 0),
        new LevelRuleView("Promised", "BlueCard", "Promised", MoreDays: 0));

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task refuses_what_is_no_threshold(LevelRuleView rule)
    {
        var set = () => Send(new ChangeLevels(Admin, "ours", new ChangeLevelsRequest(null, [RedAtOnce, rule], 1)));

        (await set.Should().ThrowAsync<RuleBrokenException>()).Which.Faults.Should().ContainSingle(fault => fault.Code == "LevelRuleInvalid" && fault.Where!.Contains("[1]"));
    }

    [Fact]
    public async Task refuses_a_profile_without_thresholds_without_a_name_and_without_a_usable_code()
    {
        foreach (var (code, request, fault) in new (string, ChangeLevelsRequest, string)[]
        {
            ("ours", new(null, [], 1), "LevelRuleCount"), ("ours", new(null, [.. Enumerable.Repeat(RedAtOnce, 21)], 1), "LevelRuleCount"),
            ("City Levels", new(LocalText.Same("x"), [RedAtOnce], 0), "LevelProfileCode"),
        })
        {
            (await FluentActions.Awaiting(() => Send(new ChangeLevels(Admin, code, request))).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be(fault);
        }

        foreach (var (code, fault) in new[] { ("city", "NameMissing"), ("city\n", "LevelProfileCode"), ("yulin", "LevelProfileCodeTaken") })
        {
            (await FluentActions.Awaiting(() => Send(new ChangeLevels(Admin, code, new(null, [RedAtOnce], 0)))).Should().ThrowAsync<RuleBrokenException>(fault)).Which.Faults.Select(one => one.Code).Should().Contain(fault);
        }

        (await Scalar<long>("select count(*) from level_profile")).Should().Be(0);
    }

    private async Task Later(int days)
    {
        Services.Time.Advance(TimeSpan.FromDays(days));
        await Sweep();
    }

    /// <summary>Acts that were under way have ended by then, and overwritten what they know of.</summary>
    private async Task Watch()
    {
        Services.Time.Advance(TimeSpan.FromSeconds(6));
        await Sweep();
        await Sweep();
    }

    private Task<SweepReport> Sweep() => Services.Get<DueSweep>().RunAsync(DueKind.Alert, "alerts", Cancel);

    private Task<string> Raised() => Scalar<string>("select coalesce(string_agg(key || ' ' || profile, ',' order by due_at, level), '') from alert where key like 'Promised:%'");
}
