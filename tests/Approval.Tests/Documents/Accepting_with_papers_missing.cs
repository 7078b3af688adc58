using System.Text.Json.Nodes;
using Approval.Tests.Cases;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Approval.Timers;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Organisation;

namespace Approval.Tests.Documents;

public sealed class Accepting_with_papers_missing(PostgresServer server) : CaseTest(server)
{
    private const string Signer = "sun.ling";
    private static readonly DateOnly Promised = new(2026, 3, 10);

    [Theory]
    [InlineData("Missing")]
    [InlineData("Faulty")]
    [InlineData("NotNeeded")]
    public async Task is_refused_and_each_paper_is_named(string state)
    {
        var received = await HandIn([new("id", state)]);

        await RefusedFor(() => Answer(received.OpenTasks.Single(), "Accepted"), "id");

        (await Scalar<int>("select version from cases where case_id = $1", received.CaseId)).Should().Be(1, "nothing of it is kept");
    }

    [Fact]
    public async Task is_said_to_be_refused_before_anybody_tries()
    {
        var received = await HandIn([new("id", "Missing")]);

        var view = await Send(new TaskDetail(await AccessOf(Clerk), received.OpenTasks.Single()));

        view.Outcomes.Select(one => (one.Outcome, one.RefusedCode)).Should().Equal(("Accepted", "MaterialsMissing"), ("NotAccepted", null), ("CorrectionNeeded", null));
        view.Outcomes.Select(one => string.Join(' ', one.LackingPapers)).Should().Equal("id", "", "");
    }

    [Fact]
    public async Task goes_on_once_the_paper_is_there()
    {
        var received = await HandIn([new("id", "Missing")]);
        await Send(new SupplyMaterial(await AccessOf(Clerk), null, received.CaseId, new("id")));

        (await Answer(received.OpenTasks.Single(), "Accepted")).Status.Should().Be("Open");
    }

    [Fact]
    public async Task is_refused_for_a_paper_that_only_this_form_asks_for()
    {
        var alone = await HandIn([new("id"), new("authorisation", "Missing")]);
        var agent = await HandIn([new("id")], ByAgent());

        (await Answer(alone.OpenTasks.Single(), "Accepted")).Status.Should().Be("Open", "nobody acts for this applicant");
        await RefusedFor(() => Answer(agent.OpenTasks.Single(), "Accepted"), "authorisation");
    }

    [Fact]
    public async Task is_open_for_a_minor_paper_that_is_promised_and_not_for_a_main_one()
    {
        var minor = await HandIn([new("id"), new("authorisation", "Deferred", Promised)], ByAgent());
        var main = await HandIn([new("id", "Deferred", Promised)]);

        (await Answer(minor.OpenTasks.Single(), "Accepted")).Status.Should().Be("Open");
        await RefusedFor(() => Answer(main.OpenTasks.Single(), "Accepted"), "id");
    }

    [Fact]
    public async Task is_open_where_whoever_handed_in_names_no_papers_at_all()
    {
        var received = await Receive();

        (await Answer(received.OpenTasks.Single(), "Accepted")).Status.Should().Be("Open");
    }

    [Fact]
    public async Task comes_about_by_silence_all_the_same()
    {
        var received = await HandIn([new("id", "Missing")]);

        Services.Time.Advance(TimeSpan.FromDays(8));
        await Services.Get<DueSweep>().RunAsync(DueKind.Flow, "timers", Cancel);

        (await IsAccepted(received.CaseId)).Should().BeTrue("nobody told the applicant what is missing");
    }

    [Fact]
    public async Task is_refused_to_the_signer_behind_whom_it_waits()
    {
        var received = await HandIn([new("id")]);
        var task = received.OpenTasks.Single();
        await Send(new AddSigner(await AccessOf(Clerk), null, task, Signer, "After", null));
        await Answer(task, "Accepted");
        await Send(new SupplyMaterial(await AccessOf(Clerk), null, received.CaseId, new("id", "Faulty")));
        var part = await PartOf(Signer);

        await RefusedFor(() => Answer(part, "Agreed", Signer), "id");
        await RefusedFor(async () => await Send(new RemoveSigner(await AccessOf(Clerk), null, task, Signer)), "id");

        (await Answer(part, "Disagreed", Signer)).OpenTasks.Should().Contain(task, "it is the clerk's again");
    }

    [Fact]
    public async Task is_no_matter_of_acts_that_bring_none_about()
    {
        var received = await HandIn([new("id")]);
        var task = received.OpenTasks.Single();
        foreach (var signer in new[] { Signer, OtherClerk })
        {
            await Send(new AddSigner(await AccessOf(Clerk), null, task, signer, "After", null));
        }

        await Answer(task, "Accepted");
        await Send(new SupplyMaterial(await AccessOf(Clerk), null, received.CaseId, new("id", "Faulty")));

        (await Answer(await PartOf(Signer), "Agreed", Signer)).OpenTasks.Should().Contain(task, "another signature is awaited");
        var last = await PartOf(OtherClerk);
        await RefusedFor(() => Answer(last, "Agreed", OtherClerk), "id");
    }

    [Theory]
    [InlineData(Clerk)]
    [InlineData(null)]
    public async Task is_refused_when_the_work_of_the_signer_is_handed_over_and_made_up_for_later(string? heir)
    {
        var received = await HandIn([new("id")]);
        var task = received.OpenTasks.Single();
        await Send(new AddSigner(await AccessOf(Clerk), null, task, Signer, "After", null));
        await Answer(task, "Accepted");
        await Send(new SupplyMaterial(await AccessOf(Clerk), null, received.CaseId, new("id", "Faulty")));

        (await Send(new HandOverWork(await AccessOf("designer"), Signer, new HandOverRequest(heir, "he is leaving")))).Should().Be(new HandedOver(0, 0, 1));
        (await IsAccepted(received.CaseId)).Should().BeFalse();

        await Send(new SupplyMaterial(await AccessOf(Clerk), null, received.CaseId, new("id")));
        await Services.Get<HandOvers>().ResumeAsync(Services.Time.GetUtcNow().AddMinutes(1), Cancel);
        (await IsAccepted(received.CaseId)).Should().BeTrue("nobody is left to sign, and nothing is missing");
    }

    [Fact]
    public async Task goes_on_though_a_paper_that_is_on_no_list_was_recorded_once()
    {
        var received = await HandIn([new("id")]);
        await Run("insert into material (centre_id, case_id, code, state, checked_by) values (1, $1, 'diploma', 3, 'wang.wei')", received.CaseId);

        await Send(new SupplyMaterial(await AccessOf(Clerk), null, received.CaseId, new("diploma")));

        (await Scalar<int>("select state from material where case_id = $1 and code = 'diploma'", received.CaseId)).Should().Be((int)MaterialState.Supplied);
        (await Answer(received.OpenTasks.Single(), "Accepted")).Status.Should().Be("Open");
    }

    [Fact]
    public async Task is_never_about_a_paper_that_is_on_no_list()
    {
        var received = await HandIn([new("id")]);
        var acts = new Func<Task>[] { () => HandIn([new("id"), new("diploma")]), async () => await Send(new SupplyMaterial(await AccessOf(Clerk), null, received.CaseId, new("diploma", "Missing"))) };

        foreach (var act in acts)
        {
            (await act.Should().ThrowAsync<RuleBrokenException>()).Which.Faults.Select(fault => (fault.Code, fault.Where)).Should().Equal(("MaterialUnknown", "diploma"));
        }
    }

    private async Task<bool> IsAccepted(Guid caseId) => await Scalar<bool>("select accepted_at is not null from cases where case_id = $1", caseId);

    private async Task<Guid> PartOf(string signer) => (await Send(new MyTasks(await AccessOf(signer), null, 10))).Items.Single().TaskId;

    private static JsonObject ByAgent() => new() { ["fileNumber"] = "2026-0001", ["byAgent"] = true, ["agentName"] = "王代理", ["agentId"] = "51010619030808003X" };

    private async Task<CaseMoved> HandIn(IReadOnlyList<SuppliedMaterial> materials, JsonObject? form = null) => await Send(new ReceiveCase(
        await AccessOf(Clerk), null, new ReceiveCaseRequest { Item = InstantCopy, Applicant = new CaseApplicant("Person", "張三豐"), Form = form ?? FormOf(InstantCopy), Materials = materials }));

    private static async Task RefusedFor(Func<Task> act, params string[] papers)
    {
        var faults = (await act.Should().ThrowAsync<RuleBrokenException>()).Which.Faults;
        faults.Select(fault => (fault.Code, fault.Where)).Should().Equal(papers.Select(paper => ("MaterialsMissing", (string?)paper)));
    }
}
