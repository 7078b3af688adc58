using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Definitions;
using Npgsql;

namespace Approval.Tests.Definitions;

public sealed class The_store_of_compiled_flows(PostgresServer server) : FlowTest(server)
{
    [Fact]
    public async Task gives_no_draft_to_a_case_and_compiles_a_published_version_once_that_an_item_is_bound_to()
    {
        var store = Services.Get<FlowStore>();
        await Save();
        await FluentActions.Awaiting(() => store.Compiled(Admin.CentreId, "trial", 1).AsTask()).Should().ThrowAsync<NotFoundException>();

        await Publish();
        await Bind("trial");

        var compiled = await store.Compiled(Admin.CentreId, "trial", 1, TestContext.Current.CancellationToken);
        (await store.Compiled(Admin.CentreId, "trial", 1, TestContext.Current.CancellationToken)).Should().BeSameAs(compiled);
    }

    [Theory]
    [InlineData("""{"id": "use", "type": "Elsa.ExecuteWorkflow", "version": 1, "workflowDefinitionId": {"typeName": "String", "expression": {"type": "Literal", "value": "part"}}}""")]
    [InlineData("""{"id": "use", "type": "Part", "version": 99, "workflowDefinitionId": "part"}""")]
    public async Task keeps_the_definition_that_a_version_used_when_it_was_published(string use)
    {
        await PublishPart("first");
        await PublishUser(use);
        Services.Time.Advance(TimeSpan.FromMinutes(1));
        await PublishPart("second");
        Services.Time.Advance(TimeSpan.FromMinutes(1));
        await PublishUser(use);

        (await TextUsedBy(1)).Should().Be("first", "whatever was published later, also where it is compiled only now");
        (await TextUsedBy(2)).Should().Be("second");
    }

    [Fact]
    public async Task compiles_what_stands_under_a_number_again_that_a_deleted_flow_had()
    {
        await PublishPart("first");
        (await TextOf("part")).Should().Be("first");

        await Send(new DeleteFlow(Admin, "part"));
        await PublishPart("second");

        (await TextOf("part")).Should().Be("second");
    }

    private async Task Bind(string flow)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var bind = new NpgsqlCommand("update item_version set definition_id = $1", connection) { Parameters = { new() { Value = flow } } };
        await bind.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private async Task<string?> TextOf(string flow) =>
        (string?)(await Services.Get<FlowStore>().Compiled(Admin.CentreId, flow, 1, TestContext.Current.CancellationToken)).Activities["say"].Json["text"]?["expression"]?["value"];

    private Task PublishPart(string text) => Publish("part", Document("Part", text));

    private Task PublishUser(string use)
    {
        var user = Document("Trial");
        user["root"]!["activities"] = new JsonArray(JsonNode.Parse(use));
        return Publish("trial", user);
    }

    private async Task Publish(string id, JsonObject document)
    {
        document["definitionId"] = id;
        var latest = (await Send(new ListFlows(Admin, null, 100))).Items.FirstOrDefault(flow => flow.DefinitionId == id);
        await Send(new SaveFlow(Admin, id, new SaveFlowRequest(document, latest is null ? null : new FlowBase(latest.Version, latest.Revision))));
        await Send(new PublishFlow(Admin, id, new PublishFlowRequest()));
    }

    /// <summary>The line that the definition writes which a version of the flow uses.</summary>
    private async Task<string?> TextUsedBy(int version)
    {
        var use = (await Services.Get<FlowStore>().Compiled(Admin.CentreId, "trial", version, TestContext.Current.CancellationToken)).Activities["use"];
        var used = use.Used ?? use.Executed;
        return (string?)used?.Root["activities"]?[0]?["text"]?["expression"]?["value"];
    }
}
