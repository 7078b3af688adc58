using System.Text.Json.Nodes;
using Approval.Tests.Cases;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Migrating;
using ApprovalEngine.Contracts.Definitions;
using ApprovalEngine.Contracts.Migrations;

namespace Approval.Tests.Migrating;

/// <summary>Base of tests that move running cases to another version of their flow.</summary>
public abstract class MigrationTest(PostgresServer server) : CaseTest(server)
{
    protected const string Copy = "instant-copy";

    /// <summary>The identity check under another id.</summary>
    protected static MappingText Renamed { get; } = new(new Dictionary<string, string?> { ["identity"] = "check-identity" });

    /// <summary>Publishes a changed flow as its second version.</summary>
    protected async Task Publish(string definitionId, Func<string, string> change)
    {
        var flow = await Send(new GetFlow(Admin, definitionId, null));
        var document = JsonNode.Parse(change(flow.Document.ToJsonString()))!.AsObject();
        await Send(new SaveFlow(Admin, definitionId, new SaveFlowRequest(document, new FlowBase(flow.Summary.Version, flow.Summary.Revision))));
        (await Send(new PublishFlow(Admin, definitionId, new PublishFlowRequest()))).Version.Should().Be(2);
    }

    protected Task PublishRenamed() => Publish(Copy, text => text.Replace("\"identity\"", "\"check-identity\"", StringComparison.Ordinal));

    protected Task<MigrationView> Start(string definitionId = Copy, MappingText? mapping = null) =>
        Send(new StartMigration(Admin, definitionId, new MigrationRequest(1, 2, mapping, "redesigned")));

    protected async Task<MigrationView> RunToEnd(MigrationView migration)
    {
        await Services.Get<OpenMigrations>().RunAllAsync(Cancel);
        return await Send(new GetMigration(Admin, migration.DefinitionId, migration.MigrationId));
    }
}
