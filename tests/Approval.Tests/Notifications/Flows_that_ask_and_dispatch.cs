using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Approval.Tests.Cases;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Checks;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Notifications;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Definitions;
using Microsoft.Extensions.Logging.Abstractions;

namespace Approval.Tests.Notifications;

/// <summary>The instant item's flow with one more step after the acceptance: what it asks for goes out through the outbox, and the case hears of it once.</summary>
public sealed class Flows_that_ask_and_dispatch(PostgresServer server) : CaseTest(server)
{
    private static readonly HttpDestinations Registry = new() { Allowed = [new HttpDestination { Url = new Uri("https://registry.example/v1/") }] };

    [Fact]
    public async Task go_on_with_the_answer_exactly_once()
    {
        var caseId = await With(Ask("JavaScript", "'https://registry.example/v1/firms'"), "200", "Unmatched status code", "Failed to connect", "Timeout");
        var registry = new Answering(HttpStatusCode.OK);

        (await Deliver(registry)).Should().Be(1);
        (await Deliver(registry)).Should().Be(0);

        registry.Asked.Should().Equal("GET https://registry.example/v1/firms");
        (await Step(caseId)).Should().Be("identity");
        (await Scalar<long>("select count(*) from audit where case_id = $1 and act = 'ServiceAnswered'", caseId)).Should().Be(1);
        (await Scalar<long>("select count(*) from audit where case_id = $1 and payload like '%HttpRequested%registry.example/v1/firms%'", caseId)).Should().Be(1);
        (await Scalar<long>("select count(*) from outbox where kind = 'HttpRequest'")).Should().Be(0);
    }

    [Fact]
    public async Task hear_that_nobody_answers_after_the_last_try()
    {
        await With(Ask("JavaScript", "'https://registry.example/v1/firms'"), "200", "Failed to connect");
        var registry = new Answering(null);

        for (var attempt = 1; attempt <= HttpCaller.MostAttempts; attempt++)
        {
            (await Deliver(registry)).Should().Be(1);
            Services.Time.Advance(TimeSpan.FromMinutes(5));
        }

        registry.Asked.Should().HaveCount(HttpCaller.MostAttempts);
        (await Deliver(registry)).Should().Be(0);
        (await Scalar<long>("select count(*) from audit where act = 'ServiceAnswered' and payload like '%FailedToConnect%'")).Should().Be(1);
    }

    [Fact]
    public async Task stand_as_an_incident_where_the_address_may_not_be_asked()
    {
        var caseId = await With(Ask("JavaScript", "'https://registry.example/v1/firms'"), "200");
        var registry = new Answering(HttpStatusCode.OK);

        await Deliver(registry, new HttpDestinations());

        registry.Asked.Should().BeEmpty();
        var view = await Send(new CaseDetail(Access.System(1, "system/test"), caseId));
        view.Incidents.Should().ContainSingle().Which.Message.Should().Contain("not on the list of allowed destinations");
        (await Send(new DeadLetters(Admin, null, 50))).Items.Should().ContainSingle().Which.CaseId.Should().Be(caseId);
    }

    [Fact]
    public async Task are_not_published_where_the_address_is_known_and_not_on_the_list() =>
        (await FluentActions.Awaiting(() => With(Ask("Literal", "https://registry.example/v1/firms"), "200")).Should().ThrowAsync<RuleBrokenException>())
            .Which.Faults.Should().Contain(fault => fault.Code == "DestinationNotAllowed" && fault.Where == "more");

    [Fact]
    public async Task run_what_they_dispatch_in_a_step_of_its_own()
    {
        await Save("told", """{ "id": "line", "type": "Elsa.WriteLine", "version": 1, "text": {"typeName": "String", "expression": {"type": "JavaScript", "value": "'hello ' + getInput('who')"}} }""");
        var caseId = await With("""
            { "id": "more", "type": "Elsa.DispatchWorkflow", "version": 1, "workflowDefinitionId": {"typeName": "String", "expression": {"type": "Literal", "value": "told"}},
              "input": {"typeName": "ObjectDictionary", "expression": {"type": "JavaScript", "value": "({who: 'you'})"}} }
            """, "Done");
        (await Step(caseId)).Should().Be("identity", "nothing waits for it");

        (await Deliver(new Answering(null))).Should().Be(1);
        (await Deliver(new Answering(null))).Should().Be(0);

        (await Scalar<string>("select payload::text from audit where case_id = $1 and act = 'FlowDispatched'", caseId)).Should().Contain("hello you").And.Contain("Finished");
        (await Scalar<long>("select count(*) from outbox where kind = 'Dispatch'")).Should().Be(0);
    }

    [Fact]
    public async Task wait_for_what_they_dispatch_where_they_say_so()
    {
        await Save("told", """{ "id": "line", "type": "Elsa.WriteLine", "version": 1, "text": {"typeName": "String", "expression": {"type": "Literal", "value": "inside"}} }""");
        var caseId = await With("""
            { "id": "more", "type": "Elsa.DispatchWorkflow", "version": 1, "workflowDefinitionId": {"typeName": "String", "expression": {"type": "Literal", "value": "told"}},
              "waitForCompletion": {"typeName": "Boolean", "expression": {"type": "Literal", "value": true}} }
            """, "Done");
        (await Scalar<long>("select count(*) from task_open where case_id = $1", caseId)).Should().Be(0);

        await Deliver(new Answering(null));

        (await Step(caseId)).Should().Be("identity");
        (await Scalar<long>("select count(*) from audit where case_id = $1 and payload like '%inside%'", caseId)).Should().Be(1);
    }

    [Fact]
    public async Task keep_as_a_dead_letter_what_would_have_to_wait_or_is_not_there()
    {
        await Save("waits", """{ "id": "event", "type": "Elsa.Event", "version": 1, "eventName": {"typeName": "String", "expression": {"type": "Literal", "value": "x"}} }""");
        await With("""
            { "id": "more", "type": "Elsa.BulkDispatchWorkflows", "version": 1, "workflowDefinitionId": {"typeName": "String", "expression": {"type": "JavaScript", "value": "'wa' + 'its'"}},
              "items": {"typeName": "Object", "expression": {"type": "Object", "value": "[1,2]"}}, "waitForCompletion": {"typeName": "Boolean", "expression": {"type": "Literal", "value": false}} }
            """, "Done");

        (await Deliver(new Answering(null))).Should().Be(2);

        (await Send(new DeadLetters(Admin, null, 50))).Items.Should().HaveCount(2).And.OnlyContain(letter => letter.LastError!.Contains("nothing waits for it", StringComparison.Ordinal));
    }

    [Fact]
    public async Task tell_people_once_the_answer_is_not_taken_back_any_more()
    {
        var caseId = await After("identity", "Verified", """
            { "id": "more", "type": "Approval.Notify", "version": 1, "to": {"typeName": "String", "expression": {"type": "Literal", "value": "applicant"} },
              "subject": {"typeName": "String", "expression": {"type": "Literal", "value": "Verified"} }, "text": {"typeName": "String", "expression": {"type": "Literal", "value": "You are you."} } }
            """, "Done");
        var identity = CaseIds.Task(caseId, await Scalar<int>("select task_no from task_open where case_id = $1", caseId));

        await Answer(identity, "Verified");
        (await Deliver(new Answering(null))).Should().Be(0, "ten seconds long it can be taken back");
        await Send(new WithdrawAct(await AccessOf(Clerk), null, identity, null));
        Services.Time.Advance(TimeSpan.FromSeconds(10));
        (await Deliver(new Answering(null))).Should().Be(0, "what was taken back is told to nobody");

        await Answer(identity, "Verified");
        Services.Time.Advance(TimeSpan.FromSeconds(10));
        (await Deliver(new Answering(null))).Should().Be(1);
        (await Scalar<string>("select subject from delivery where case_id = $1", caseId)).Should().Be("Verified");
    }

    [Fact]
    public async Task replay_from_their_trail_to_the_same_state()
    {
        await Save("told", """{ "id": "line", "type": "Elsa.WriteLine", "version": 1 }""");
        await With(Ask("JavaScript", "'https://registry.example/v1/firms'"), "200");
        await Deliver(new Answering(HttpStatusCode.OK));

        var report = await Services.Get<CaseChecks>().RunAsync(1, Cancel);

        report.Findings.Should().BeEmpty();
    }

    private static string Ask(string type, string url) => $$"""
        { "id": "more", "type": "Elsa.FlowSendHttpRequest", "version": 1, "url": {"typeName": "String", "expression": {"type": "{{type}}", "value": "{{url}}"} },
          "expectedStatusCodes": {"typeName": "List<Int32>", "expression": {"type": "Object", "value": "[200]"} } }
        """;

    /// <summary>An accepted case on the flow with the step; its outcomes lead on to the check of identity.</summary>
    private Task<Guid> With(string step, params string[] outcomes) => After("clock", "Done", step, outcomes);

    /// <summary>Likewise with the step behind another one, before that to which it led.</summary>
    private async Task<Guid> After(string source, string port, string step, params string[] outcomes)
    {
        var latest = await Send(new GetFlow(Admin, "instant-copy", null));
        var document = latest.Document.DeepClone().AsObject();
        document["root"]!["activities"]!.AsArray().Add(JsonNode.Parse(step));
        var links = document["root"]!["connections"]!.AsArray();
        var before = links.Single(link => (string?)link!["source"]!["activity"] == source && (string?)link["source"]!["port"] == port);
        links.Remove(before);
        links.Add(Link(source, port, "more"));
        foreach (var outcome in outcomes)
        {
            links.Add(Link("more", outcome, (string)before!["target"]!["activity"]!));
        }

        await Send(new SaveFlow(Admin, "instant-copy", new SaveFlowRequest(document, new FlowBase(latest.Summary.Version, latest.Summary.Revision))));
        await Send(new PublishFlow(Admin, "instant-copy", new PublishFlowRequest()));
        return (await Accepted()).CaseId;
    }

    private async Task Save(string id, string activity)
    {
        var document = JsonNode.Parse($$"""{ "name": "{{id}}", "definitionId": "{{id}}", "root": { "id": "flow", "type": "Elsa.Sequence", "version": 1, "customProperties": {"approvalMode": "safe"}, "activities": [ {{activity}} ] } }""")!.AsObject();
        await Send(new SaveFlow(Admin, id, new SaveFlowRequest(document)));
        await Send(new PublishFlow(Admin, id, new PublishFlowRequest()));
    }

    private Task<string> Step(Guid caseId) => Scalar<string>("select string_agg(activity_id, ',') from task_open where case_id = $1", caseId);

    private async Task<int> Deliver(Answering outside, HttpDestinations? destinations = null)
    {
        using var http = new HttpCaller(destinations ?? Registry, outside, outside);
        return await new OutboxDelivery(Services.Get<CaseDatabase>(), Services.Get<Recipients>(), Services.Get<FlowStore>(), Services.Get<ServiceCaller>(), http, Services.Get<CaseWriter>(), Services.Get<DocumentFiles>(), Services.Time, NullLogger<OutboxDelivery>.Instance).RunAsync(Cancel);
    }

    private static JsonObject Link(string source, string port, string target) => new()
    {
        ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
        ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
    };

    /// <summary>An outside that answers every request with a status, or is not there.</summary>
    private sealed class Answering(HttpStatusCode? status) : HttpMessageHandler
    {
        public List<string> Asked { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add($"{request.Method} {request.RequestUri}");
            return status is { } code
                ? Task.FromResult(new HttpResponseMessage(code) { Content = new StringContent("""{"name":"山海小館"}""", Encoding.UTF8, "application/json") })
                : throw new HttpRequestException(HttpRequestError.ConnectionError, "Nobody is there.");
        }
    }
}
