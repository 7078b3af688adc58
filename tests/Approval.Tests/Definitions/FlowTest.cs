using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Contracts.Definitions;

namespace Approval.Tests.Definitions;

/// <summary>Base of tests that change flows as the administrator would.</summary>
public abstract class FlowTest(PostgresServer server) : CentreTest(server)
{
    protected static JsonObject Document(string name, string text = "hello") => JsonNode.Parse($$$"""
        {
          "name": "{{{name}}}", "definitionId": "trial", "kept": {"unknown": [1.50, "x"]},
          "root": { "id": "flow", "type": "Elsa.Flowchart", "version": 1, "customProperties": {"approvalMode": "safe"},
            "activities": [ { "id": "say", "type": "Elsa.WriteLine", "version": 1, "text": {"typeName": "String", "expression": {"type": "Literal", "value": "{{{text}}}"}} } ], "connections": [] }
        }
        """)!.AsObject();

    protected Task<FlowVersionView> Save(string text = "hello", FlowVersionView? on = null, string name = "Trial") =>
        Send(new SaveFlow(Admin, "trial", new SaveFlowRequest(Document(name, text), on is null ? null : new FlowBase(on.Summary.Version, on.Summary.Revision))));

    protected Task<FlowSummary> Publish() => Send(new PublishFlow(Admin, "trial", new PublishFlowRequest()));
}
