using System.Threading.Channels;
using Approval.Tests.Cases;
using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Keys;
using ApprovalEngine.Approval.Live;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Accounts;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Live;
using ApprovalEngine.Contracts.Organisation;

namespace Approval.Tests.Live;

public sealed class Telling_who_may_know(PostgresServer server) : CaseTest(server)
{
    private const string Administrator = "designer";
    private const string Stranger = "zhou.na";
    private const string Auditor = "auditor";
    private const string AuditorOfAnotherPart = "guo.jun";
    private static readonly DateOnly Day = new(2026, 3, 9);

    [Fact]
    public async Task says_of_an_absence_to_who_is_away_who_stands_in_and_who_administers_them() =>
        (await Told(LiveArea.Absences, [Clerk, OtherClerk, Administrator, Stranger], async () => await Send(new RecordAbsence(await AccessOf(Clerk), new AbsenceRequest(OtherClerk, Day, Day)))))
            .Should().BeEquivalentTo(Clerk, OtherClerk, Administrator);

    [Fact]
    public async Task says_of_people_to_administrators_only() =>
        (await Told(LiveArea.People, [Administrator, Clerk, Auditor], () => Send(new AddPerson(Admin, new AddPersonRequest("new.clerk", "New", "a long password", [new GrantView(Role.WindowClerk, "YC-DA")])))))
            .Should().BeEquivalentTo(Administrator);

    [Fact]
    public async Task says_of_keys_to_administrators_only() =>
        (await Told(LiveArea.Keys, [Administrator, Clerk, Auditor], () => Send(new GiveKey(Admin, new ApiKeyRequest("counter", [new GrantView(Role.System, "YC")], Day)))))
            .Should().BeEquivalentTo(Administrator);

    [Fact]
    public async Task says_that_a_case_was_looked_at_to_who_audits_its_unit()
    {
        var caseId = (await Receive()).CaseId;

        (await Told(LiveArea.Acts, [Auditor, AuditorOfAnotherPart, Administrator, Clerk], () => Record(Clerk, EventAct.CaseViewed, $"case/{caseId}")))
            .Should().BeEquivalentTo([Auditor], "an administrator reads nothing about cases");
    }

    [Fact]
    public async Task says_of_other_acts_to_who_reads_the_trail_of_the_whole_or_of_who_acted() =>
        (await Told(LiveArea.Acts, [Auditor, AuditorOfAnotherPart, Administrator, Clerk], () => Record(AuditorOfAnotherPart, EventAct.ListExported, "cases")))
            .Should().BeEquivalentTo(Auditor, AuditorOfAnotherPart, Administrator);

    [Fact]
    public async Task goes_on_for_who_watches_when_their_unit_is_moved()
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var page = await Services.Watch(await AccessOf(Clerk), end.Token);
        await Send(new AddUnit(Admin, new AddUnitRequest("T", "YC", OrgUnitKind.District, LocalText.Same("Test district"))));
        await Send(new ChangeUnit(Admin, "YC-DA", new ChangeUnitRequest(OrgUnitKind.Department, LocalText.Same("Archives"), true, "T")));

        var caseId = (await Receive(clerk: OtherClerk)).CaseId;

        var told = await page.ReadAsync(Cancel);
        while (!told.Cases.Contains(caseId))
        {
            told = await page.ReadAsync(Cancel).AsTask().WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        }

        await end.CancelAsync();
    }

    [Fact]
    public async Task goes_by_the_rights_that_somebody_has_when_it_happens()
    {
        await Send(new AddPerson(Admin, new AddPersonRequest("new.auditor", "New", "a long password", [new GrantView(Role.Auditor, "YC-DA")])));
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var page = await Services.Watch(await AccessOf("new.auditor"), end.Token);
        await Send(new ChangePerson(Admin, "new.auditor", new ChangePersonRequest("New", true, [new GrantView(Role.Agent, "YC-SCJG")])));

        var caseId = (await Receive()).CaseId;
        await Send(new AddUnit(Admin, new AddUnitRequest("T", "YC", OrgUnitKind.District, LocalText.Same("Test district"))));

        (await page.Until(LiveArea.Units, Cancel).WaitAsync(TimeSpan.FromSeconds(30), Cancel)).SelectMany(news => news.Cases).Should().NotContain(caseId);
        await end.CancelAsync();
    }

    [Theory]
    [InlineData("left")]
    [InlineData("signed out")]
    public async Task ends_for_who_has(string how)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var page = await Services.Watch(await AccessOf(Stranger), end.Token);
        var stays = await Services.Watch(await AccessOf(Clerk), end.Token);

        if (how == "left")
        {
            var seen = await Send(new GetPerson(Admin, Stranger));
            await Send(new ChangePerson(Admin, Stranger, new ChangePersonRequest(seen.DisplayName, false, [])));
        }
        else
        {
            await Send(new SetPassword(Admin, Stranger, new NewPasswordRequest("another long one")));
        }

        await page.Completion.WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        stays.Completion.IsCompleted.Should().BeFalse();
        await end.CancelAsync();
    }

    private Task Record(string actor, EventAct act, string subject) => Services.Get<EventLog>().RecordAsync(Admin.CentreId, actor, act, subject, new { }, Cancel);

    /// <summary>Who of these people is told of an area while something is done; the first one is.</summary>
    private async Task<List<string>> Told(LiveArea area, string[] people, Func<Task> act)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var pages = new Dictionary<string, ChannelReader<LiveNews>>();
        foreach (var one in people)
        {
            pages[one] = await Services.Watch(await AccessOf(one), end.Token);
        }

        await act();
        await pages[people[0]].Until(area, Cancel);

        // Everybody is told of a unit, at a later look: what was to be told before has been.
        await Send(new AddUnit(Admin, new AddUnitRequest("T", "YC", OrgUnitKind.District, LocalText.Same("Test district"))));
        var told = new List<string> { people[0] };
        foreach (var one in people[1..])
        {
            var heard = await pages[one].Until(LiveArea.Units, Cancel);
            if (heard[..^1].Any(news => news.Areas.Contains(area)))
            {
                told.Add(one);
            }
        }

        await end.CancelAsync();
        return told;
    }
}
