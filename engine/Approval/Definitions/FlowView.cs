using ApprovalEngine.Contracts.Definitions;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Approval.Definitions;

/// <summary>Between a stored version and its document: what the database knows about a version stands in the document too, and the database is right.</summary>
internal static class FlowView
{
    private static readonly Func<FlowVersion, FlowSummary> ToSummary = FlowVersions.ToSummary.Compile();

    public static FlowVersionView Of(FlowVersion row) => new(ToSummary(row), Definition(row).Document);

    /// <summary>The definition of a version.</summary>
    public static FlowDefinition Definition(FlowVersion row) => Marked(FlowDefinition.Parse(row.Document), row);

    /// <summary>The document as it is kept.</summary>
    public static string Stored(FlowDefinition flow, FlowVersion row) => Marked(flow, row).ToJson();

    private static FlowDefinition Marked(FlowDefinition flow, FlowVersion row) => flow.With(document =>
    {
        document["id"] = row.Id;
        document["definitionId"] = row.DefinitionId;
        document["version"] = row.Version;
        document["createdAt"] = row.CreatedAt;
        document["isLatest"] = row.IsLatest;
        document["isPublished"] = row.IsPublished;
    });
}
