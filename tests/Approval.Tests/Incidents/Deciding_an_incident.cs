using System.Text.Json.Nodes;
using Approval.Tests.Cases;
using Approval.Tests.Live;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Incidents;
using ApprovalEngine.Approval.Live;
using ApprovalEngine.Approval.Notifications;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Accounts;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Definitions;
using ApprovalEngine.Contracts.Incidents;
using ApprovalEngine.Contracts.Live;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Workflow.Runtime;

namespace Approval.Tests.Incidents;

/// <summary>The instant item's flow with a countersign whose seats nobody has named: after the acceptance it stands as an incident.</summary>
public sealed class Deciding_an_incident(PostgresServer server) : CaseTest(server)
{
    [Fact]
    public async Task is_offered_to_the_administrators_of_its_units_without_the_cases_content()
    {
        var moved = await Broken();

        var designer = await AccessOf("designer");
        var listed = (await Send(new ListIncidents(designer, null, 10))).Items.Single();

        (listed.CaseId, listed.Step.ActivityId, listed.TaskId).Should().Be((moved.CaseId, "sign", moved.OpenTasks.Single()));
        listed.Message.Should().NotBeEmpty();
        listed.Kind.Should().Be("Input");
        listed.Outcomes.Should().Equal("Granted", "Refused");
        (await Send(new MyDuties(designer))).Should().Contain(new DutyView("Incidents", 1, null));
        var clerk = await AccessOf(Clerk);
        (await Send(new MyDuties(clerk))).Should().BeEmpty();
        await FluentActions.Awaiting(() => Send(new ListIncidents(clerk, null, 10))).Should().ThrowAsync<ForbiddenException>();
        await FluentActions.Awaiting(() => Decide(moved, new ResolveRequest("Retry", "again"), Clerk)).Should().ThrowAsync<ForbiddenException>();
    }

    [Fact]
    public async Task stands_in_the_list_in_each_order_over_all_pages_and_is_found_by_itself()
    {
        var designer = await AccessOf("designer");
        var cases = new List<Guid>();
        foreach (var isNew in new[] { true, false, false })
        {
            cases.Add((await Broken(isNew)).CaseId);
            Services.Time.Advance(TimeSpan.FromMinutes(1));
        }

        (await All(null)).Select(row => row.CaseId).Should().Equal(cases);
        (await All(IncidentSort.Item)).Select(row => row.CaseId).Should().Equal(cases);
        var newest = await All(IncidentSort.Newest);
        newest.Select(row => row.CaseId).Should().Equal(cases.AsEnumerable().Reverse());
        (await Send(new FindIncident(designer, newest[0].TaskId))).CaseId.Should().Be(cases[^1]);
        var clerk = await AccessOf(Clerk);
        await FluentActions.Awaiting(() => Send(new FindIncident(clerk, newest[0].TaskId))).Should().ThrowAsync<ForbiddenException>();
        await FluentActions.Awaiting(() => Send(new FindIncident(designer, Guid.NewGuid()))).Should().ThrowAsync<NotFoundException>();
        var place = (await Send(new ListIncidents(designer, null, 1))).Next;
        await FluentActions.Awaiting(() => Send(new ListIncidents(designer, place, 1, IncidentSort.Newest))).Should().ThrowAsync<RuleBrokenException>("it is a place in another order");

        async Task<List<IncidentListed>> All(IncidentSort? sort)
        {
            var (rows, next) = (new List<IncidentListed>(), (string?)null);
            do
            {
                var page = await Send(new ListIncidents(designer, next, 2, sort));
                rows.AddRange(page.Items);
                next = page.Next;
            }
            while (next is not null);
            return rows;
        }
    }

    [Fact]
    public async Task is_found_by_item_kind_of_fault_and_case_number()
    {
        var designer = await AccessOf("designer");
        var (one, other) = (await Broken(), await Broken(isNew: false));
        var caseNo = await Scalar<string>("select case_no from cases where case_id = $1", other.CaseId);
        await Run("update cases set state = jsonb_set(state::jsonb, '{ic,0}', (state::jsonb -> 'ic' -> 0) - 'f')::json where case_id = $1", other.CaseId);

        (await Narrowed(new() { Item = "YC-DA-0001" })).Should().BeEquivalentTo([one.CaseId, other.CaseId]);
        (await Narrowed(new() { Item = "YC-DA-0002" })).Should().BeEmpty();
        (await Narrowed(new() { Kind = "Input" })).Should().Equal(one.CaseId);
        (await Narrowed(new() { Kind = "unknown" })).Should().Equal([other.CaseId], "whose kind was not kept");
        (await Narrowed(new() { Search = caseNo[2..] })).Should().Equal(other.CaseId);
        (await Narrowed(new() { Search = "%" })).Should().BeEmpty();
        (await Send(new ListIncidents(designer, null, 1) { Filter = new() { Item = "YC-DA-0001" } })).Next.Should().NotBeNull();
        (await FluentActions.Awaiting(() => Narrowed(new() { Kind = "Strange" })).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("FilterInvalid");

        async Task<IEnumerable<Guid>> Narrowed(IncidentFilter filter) => (await Send(new ListIncidents(designer, null, 10) { Filter = filter })).Items.Select(row => row.CaseId);
    }

    [Fact]
    public async Task is_told_to_administrators_as_it_comes_and_goes_but_not_which_case_it_was()
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var page = await Services.Watch(Admin, end.Token);
        var clerks = await Services.Watch(await AccessOf(Clerk), end.Token);

        var moved = await Broken();
        var came = await page.Until(LiveArea.Incidents, Cancel);
        Services.Time.Advance(TimeSpan.FromMinutes(1));
        var decided = await Decide(moved, new ResolveRequest("TakeOutcome", "nobody needs to sign", Outcome: "Granted"));
        var went = await page.Until(LiveArea.Incidents, Cancel);
        Services.Time.Advance(TimeSpan.FromMinutes(1));
        await Send(new ClaimTask(await AccessOf(Clerk), null, decided.OpenTasks.Single()));
        await Send(new AddUnit(Admin, new AddUnitRequest("T", "YC", OrgUnitKind.District, LocalText.Same("Test district"))));
        var later = await page.Until(LiveArea.Units, Cancel);

        came.Concat(went).Concat(later).SelectMany(news => news.Cases).Should().BeEmpty();
        later.SelectMany(news => news.Areas).Should().NotContain(LiveArea.Incidents, "what becomes of the case now is no administrator's business");
        var heard = new List<LiveNews>();
        do
        {
            heard.Add(await clerks.ReadAsync(Cancel));
        }
        while (heard.Count(news => news.Cases.Contains(moved.CaseId)) < 2);
        heard.SelectMany(news => news.Areas).Should().NotContain(LiveArea.Incidents);
        await end.CancelAsync();
    }

    [Fact]
    public async Task of_before_its_kind_was_kept_replays_all_the_same()
    {
        var moved = await Broken();
        await Run("update cases set state = jsonb_set(state::jsonb, '{ic,0}', (state::jsonb -> 'ic' -> 0) - 'f')::json where case_id = $1", moved.CaseId);

        var replayed = await Services.Get<CaseHistory>().ReplayAsync(1, moved.CaseId, Cancel);

        replayed.Case.State.Incidents.Single().Kind.Should().Be(FaultKind.Unknown);
    }

    [Fact]
    public async Task shows_what_can_be_chosen_from_and_no_value_of_the_case()
    {
        var moved = await Broken();

        var choices = await Send(new ShowIncidentChoices(await AccessOf("designer"), moved.CaseId, "sign"));

        choices.Variables.Select(variable => variable.Name).Should().Contain("seats");
        choices.Returns.Should().ContainSingle(one => one.Step.ActivityId == "accept").Which.Should().BeEquivalentTo(new { Cancels = 0, Opens = 1, Keeps = 0 });
        choices.OpenTasks.Should().Be(0, "the administrator's own task is no work of the case");
        var clerk = await AccessOf(Clerk);
        await FluentActions.Awaiting(() => Send(new ShowIncidentChoices(clerk, moved.CaseId, "sign"))).Should().ThrowAsync<ForbiddenException>();
        var designer = await AccessOf("designer");
        (await FluentActions.Awaiting(() => Send(new ShowIncidentChoices(designer, moved.CaseId, "accept"))).Should().ThrowAsync<ConflictException>()).Which.Code.Should().Be("IncidentNotOpen");
    }

    [Fact]
    public async Task sets_a_variable_and_tries_again()
    {
        var moved = await Broken();

        await Decide(moved, new ResolveRequest("Retry", "seats were missing", new JsonObject { ["seats"] = new JsonArray("YC-DA") }));

        (await Scalar<string>("select seat from task_open where case_id = $1", moved.CaseId)).Should().Be("YC-DA");
        (await Send(new ListIncidents(await AccessOf("designer"), null, 10))).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task takes_another_way_on_and_once_only()
    {
        var moved = await Broken();

        await Decide(moved, new ResolveRequest("TakeOutcome", "nobody needs to sign", Outcome: "Granted"));

        (await Scalar<string>("select activity_id from task_open where case_id = $1", moved.CaseId)).Should().Be("identity");
        (await FluentActions.Awaiting(() => Decide(moved, new ResolveRequest("Retry", "late"))).Should().ThrowAsync<ConflictException>()).Which.Code.Should().Be("IncidentNotOpen");
    }

    [Fact]
    public async Task returns_to_a_step_or_terminates_the_case()
    {
        var (one, other) = (await Broken(), await Broken(isNew: false));

        await Decide(one, new ResolveRequest("Return", "ask again", ToActivity: "accept"));
        (await Decide(other, new ResolveRequest("Terminate", "no way on"))).Status.Should().Be("Closed");

        (await Scalar<string>("select string_agg(activity_id, ',') from task_open")).Should().Be("accept");
    }

    [Fact]
    public async Task refuses_a_way_that_does_not_fit()
    {
        var moved = await Broken();

        (await FluentActions.Awaiting(() => Decide(moved, new ResolveRequest("Ignore", "x"))).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("WayUnknown");
        (await FluentActions.Awaiting(() => Decide(moved, new ResolveRequest("TakeOutcome", "x", Outcome: "Maybe"))).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("OutcomeUnknown");
    }

    private async Task<CaseMoved> Decide(CaseMoved moved, ResolveRequest decision, string user = "designer") =>
        await Send(new ResolveIncident(await AccessOf(user), null, moved.CaseId, "sign", decision));

    private async Task<CaseMoved> Broken(bool isNew = true)
    {
        if (isNew)
        {
            var latest = await Send(new GetFlow(Admin, "instant-copy", null));
            await Send(new SaveFlow(Admin, "instant-copy", new SaveFlowRequest(Signed(), new FlowBase(latest.Summary.Version, latest.Summary.Revision))));
            await Send(new PublishFlow(Admin, "instant-copy", new PublishFlowRequest()));
        }

        return await Accepted();
    }

    private static JsonObject Signed()
    {
        var document = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "workflows", "flows", "instant-copy.json")))!.AsObject();
        document["variables"]!.AsArray().Add(new JsonObject { ["id"] = "seats", ["name"] = "seats", ["typeName"] = "Object" });
        var root = document["root"]!;
        root["activities"]!.AsArray().Add(JsonNode.Parse("""
            { "id": "sign", "type": "Approval.Countersign", "version": 1,
              "seats": { "typeName": "Object", "expression": { "type": "JavaScript", "value": "getVariable('seats') || []" } } }
            """));
        var links = root["connections"]!.AsArray();
        links.Remove(links.Single(link => (string?)link!["source"]!["activity"] == "clock" && (string?)link["source"]!["port"] == "Done"));
        links.Add(Link("clock", "Done", "sign"));
        links.Add(Link("sign", "Granted", "identity"));
        links.Add(Link("sign", "Refused", "close-refused"));
        return document;
    }

    private static JsonObject Link(string source, string port, string target) => new()
    {
        ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
        ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
    };
}
