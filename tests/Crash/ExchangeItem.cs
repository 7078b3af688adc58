using System.Text.Json;
using System.Text.Json.Nodes;
using ApprovalEngine.Approval;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Contracts.Definitions;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace ApprovalEngine.Crash;

/// <summary>An item whose cases call the service outside twice, beside a person's work and after the closing; a call that failed for good is settled by a person.</summary>
internal static class ExchangeItem
{
    public const string Code = "CRASH-EXCHANGE";

    /// <summary>As the flow names the service outside.</summary>
    public const string Receiver = "outside";

    /// <summary>The steps have the names of the instant item's, so that a desk leads both alike.</summary>
    private const string Flow = """
        {
          "definitionId": "crash-exchange", "name": "Calls outside", "version": 1,
          "root": { "id": "flow", "type": "Elsa.Flowchart", "version": 1,
            "customProperties": { "approvalMode": "safe", "approvalReturns": [ { "source": "again", "port": "Retry", "target": "ask" } ] },
            "activities": [
              { "id": "accept", "type": "Approval.AcceptApplication", "version": 1 },
              { "id": "clock", "type": "Approval.PromiseClock", "version": 1 },
              { "id": "identity", "type": "Approval.ReviewTask", "version": 1, "role": {"typeName": "String", "expression": {"type": "Literal", "value": "WindowClerk"}}, "outcomes": {"typeName": "Object", "expression": {"type": "Object", "value": "[\"Verified\"]"}} },
              { "id": "part", "type": "Elsa.FlowFork", "version": 1, "branches": {"typeName": "Object", "expression": {"type": "Object", "value": "[\"Read\", \"Ask\"]"}} },
              { "id": "material", "type": "Approval.ReviewTask", "version": 1, "role": {"typeName": "String", "expression": {"type": "Literal", "value": "WindowClerk"}}, "outcomes": {"typeName": "Object", "expression": {"type": "Object", "value": "[\"Complete\"]"}} },
              { "id": "ask", "type": "Approval.ExchangeData", "version": 1, "receiver": {"typeName": "String", "expression": {"type": "Literal", "value": "outside"}}, "payload": {"typeName": "Object", "expression": {"type": "JavaScript", "value": "({ caseNumber: getInput('caseNumber') })"}} },
              { "id": "again", "type": "Approval.ReviewTask", "version": 1, "role": {"typeName": "String", "expression": {"type": "Literal", "value": "WindowClerk"}}, "outcomes": {"typeName": "Object", "expression": {"type": "Object", "value": "[\"Retry\", \"Manual\"]"}} },
              { "id": "meet", "type": "Elsa.FlowJoin", "version": 1, "mode": {"typeName": "String", "expression": {"type": "Literal", "value": "WaitAll"}} },
              { "id": "close", "type": "Approval.CloseCase", "version": 1, "decision": {"typeName": "String", "expression": {"type": "Literal", "value": "Granted"}} },
              { "id": "publish", "type": "Approval.ExchangeData", "version": 1, "receiver": {"typeName": "String", "expression": {"type": "Literal", "value": "outside"}}, "payload": {"typeName": "Object", "expression": {"type": "JavaScript", "value": "({ caseNumber: getInput('caseNumber') })"}} },
              { "id": "end", "type": "Elsa.End", "version": 1 }
            ],
            "connections": [
              { "source": { "activity": "accept", "port": "Accepted" }, "target": { "activity": "clock", "port": "In" } },
              { "source": { "activity": "clock", "port": "Done" }, "target": { "activity": "identity", "port": "In" } },
              { "source": { "activity": "identity", "port": "Verified" }, "target": { "activity": "part", "port": "In" } },
              { "source": { "activity": "part", "port": "Read" }, "target": { "activity": "material", "port": "In" } },
              { "source": { "activity": "part", "port": "Ask" }, "target": { "activity": "ask", "port": "In" } },
              { "source": { "activity": "ask", "port": "Succeeded" }, "target": { "activity": "meet", "port": "In" } },
              { "source": { "activity": "ask", "port": "Failed" }, "target": { "activity": "again", "port": "In" } },
              { "source": { "activity": "again", "port": "Retry" }, "target": { "activity": "ask", "port": "In" } },
              { "source": { "activity": "again", "port": "Manual" }, "target": { "activity": "meet", "port": "In" } },
              { "source": { "activity": "material", "port": "Complete" }, "target": { "activity": "meet", "port": "In" } },
              { "source": { "activity": "meet", "port": "Done" }, "target": { "activity": "close", "port": "In" } },
              { "source": { "activity": "close", "port": "Done" }, "target": { "activity": "publish", "port": "In" } },
              { "source": { "activity": "publish", "port": "Succeeded" }, "target": { "activity": "end", "port": "In" } },
              { "source": { "activity": "publish", "port": "Failed" }, "target": { "activity": "end", "port": "In" } }
            ] } }
        """;

    /// <summary>Publishes the item in the shipped centre, as its administrator.</summary>
    public static async Task PublishAsync(string connectionString)
    {
        await using var services = new ServiceCollection().AddLogging().AddApproval(connectionString).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var admin = (await services.GetRequiredService<OrgDirectory>().AccessOf("admin"))!;
        var flow = await mediator.Send(new SaveFlow(admin, null, new SaveFlowRequest(JsonNode.Parse(Flow)!.AsObject())));
        await mediator.Send(new PublishFlow(admin, flow.Summary.DefinitionId, new PublishFlowRequest()));
        var text = new ItemText(null, ItemKind.Promised, LocalText.Same("Calls outside"), new ItemLimits(LimitKind.WorkingDays, 20, 5), "YC-DA", flow.Summary.DefinitionId, Details: Everywhere());
        await mediator.Send(new PublishItem(admin, Code, new PublishItemRequest(text)));
        await mediator.Send(new SetItemState(admin, Code, ItemState.InForce));
    }

    private static JsonElement Everywhere() => JsonSerializer.SerializeToElement(new { channels = new[] { "Window" }, applicants = new[] { "Person", "Organisation" } });
}
