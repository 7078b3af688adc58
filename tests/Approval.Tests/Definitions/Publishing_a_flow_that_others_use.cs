using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Definitions;

namespace Approval.Tests.Definitions;

public sealed class Publishing_a_flow_that_others_use(PostgresServer server) : CentreTest(server)
{
    [Fact]
    public async Task takes_published_consumers_to_the_new_version_and_theirs_as_well()
    {
        await Save("inner", Line(1), updates: true, publish: true);
        await Save("middle", Using("inner"), updates: true, publish: true);
        await Save("outer", Using("middle"), updates: false, publish: true);

        var published = await Save("inner", Line(2), updates: true, publish: true);

        published.MovedConsumers.Should().Be(1);
        (await Used("middle")).Should().Be(("inner", 2, published.Id, 2));
        (await Used("outer")).Should().Be(("middle", 2, (await Latest("middle")).Summary.Id, 2));
        (await Latest("middle")).Summary.Should().BeEquivalentTo(new { Version = 2, IsPublished = true });
        (await Latest("outer")).Summary.Should().BeEquivalentTo(new { Version = 2, IsPublished = true });
    }

    [Fact]
    public async Task changes_drafts_and_leaves_them_drafts()
    {
        await Save("inner", Line(1), updates: true, publish: true);
        await Save("consumer", Using("inner"), updates: false, publish: false);

        await Save("inner", Line(2), updates: true, publish: true);

        (await Used("consumer")).Version.Should().Be(2);
        (await Latest("consumer")).Summary.Should().BeEquivalentTo(new { Version = 1, IsPublished = false });
    }

    [Fact]
    public async Task that_does_not_ask_for_it_leaves_its_consumers_alone()
    {
        await Save("inner", Line(1), updates: false, publish: true);
        await Save("consumer", Using("inner"), updates: false, publish: true);

        (await Save("inner", Line(2), updates: false, publish: true)).MovedConsumers.Should().Be(0);

        (await Used("consumer")).Version.Should().Be(1);
        (await Latest("consumer")).Summary.Version.Should().Be(1);
    }

    [Fact]
    public async Task that_would_come_back_to_itself_is_refused_and_moves_nothing()
    {
        await Save("inner", Line(1), updates: true, publish: true);
        await Save("consumer", Using("inner"), updates: true, publish: true);

        var refusal = await FluentActions.Awaiting(() => Save("inner", Using("consumer"), updates: true, publish: true)).Should().ThrowAsync<RuleBrokenException>();

        refusal.Which.Code.Should().Be("FlowFaulty");
        refusal.Which.Faults.Should().Contain(fault => fault.Code == "DefinitionUsesItself");
        (await Latest("consumer")).Summary.Version.Should().Be(1);
    }

    private static string Line(int number) => $$$"""{ "id": "say", "type": "Elsa.WriteLine", "version": 1, "text": {"typeName": "String", "expression": {"type": "Literal", "value": "{{{number}}}"}} }""";

    private static string Using(string definition) => $$"""
        { "id": "use", "type": "{{UsedType(definition)}}", "version": 1, "workflowDefinitionId": "{{definition}}", "workflowDefinitionVersionId": "?", "latestAvailablePublishedVersion": 1, "latestAvailablePublishedVersionId": "?" }
        """;

    private static string UsedType(string definition) => char.ToUpperInvariant(definition[0]) + definition[1..];

    private async Task<FlowSummary> Save(string id, string activity, bool updates, bool publish)
    {
        var document = JsonNode.Parse($$"""
            { "name": "{{id}}", "definitionId": "{{id}}", "options": { "usableAsActivity": true, "autoUpdateConsumingWorkflows": {{(updates ? "true" : "false")}} },
              "root": { "id": "flow", "type": "Elsa.Flowchart", "version": 1, "customProperties": {"approvalMode": "safe"}, "activities": [ {{activity}} ], "connections": [] } }
            """)!.AsObject();
        var before = (await Send(new ListFlows(Admin, null, 100))).Items.SingleOrDefault(flow => flow.DefinitionId == id);
        var saved = await Send(new SaveFlow(Admin, id, new SaveFlowRequest(document, before is null ? null : new FlowBase(before.Version, before.Revision))));
        return publish ? await Send(new PublishFlow(Admin, id, new PublishFlowRequest())) : saved.Summary;
    }

    private Task<FlowVersionView> Latest(string id) => Send(new GetFlow(Admin, id, null));

    private async Task<(string Definition, int Version, string VersionId, int Newest)> Used(string id)
    {
        var use = (await Latest(id)).Document["root"]!["activities"]![0]!;
        return ((string)use["workflowDefinitionId"]!, (int)use["version"]!, (string)use["workflowDefinitionVersionId"]!, (int)use["latestAvailablePublishedVersion"]!);
    }
}
