using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Elsa;
using ApprovalEngine.Contracts.Organisation;
using MediatR;

namespace ApprovalEngine.Approval.Elsa.Definitions;

/// <summary>An activity of a version with all that is nested in it.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Id">The version's key.</param>
/// <param name="NodeId">Path of the activity; null for the root.</param>
public sealed record GetSubgraph(Access Access, string Id, string? NodeId) : IRequest<ElsaNode>;

/// <summary>The way from the workflow to one of its activities.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Id">The version's key.</param>
/// <param name="NodeId">Path of the activity.</param>
public sealed record GetSegments(Access Access, string Id, string NodeId) : IRequest<ElsaSegments>;

internal sealed class DefinitionGraphHandlers(ApprovalDbContext context, ElsaPresenter presenter) : IRequestHandler<GetSubgraph, ElsaNode>, IRequestHandler<GetSegments, ElsaSegments>
{
    public async Task<ElsaNode> Handle(GetSubgraph request, CancellationToken cancellationToken)
    {
        request.Access.Require(Role.Administrator);
        var row = await context.FlowById(request.Access.CentreId, request.Id, cancellationToken);
        var nodes = ShownNode.All((await presenter.Bare(row.CentreId, cancellationToken))(row));
        return (request.NodeId is null ? nodes[0] : Find(nodes, request.NodeId)).ToContract();
    }

    public async Task<ElsaSegments> Handle(GetSegments request, CancellationToken cancellationToken)
    {
        request.Access.Require(Role.Administrator);
        var row = await context.FlowById(request.Access.CentreId, request.Id, cancellationToken);
        var shown = (await presenter.Bare(row.CentreId, cancellationToken))(row);
        var nodes = ShownNode.All(shown);
        var child = Find(nodes, request.NodeId);
        var between = new Stack<ElsaSegment>();
        for (var node = child; node.Parent is { } parent; node = parent)
        {
            if (!parent.HoldsList)
            {
                between.Push(new ElsaSegment(parent.NodeId, parent.Id, parent.Type, node.Port));
            }
        }

        var workflow = new ElsaNode(nodes[0].NodeId[..nodes[0].NodeId.LastIndexOf(':')], "Root", Workflow(row, shown));
        return new ElsaSegments(child.ToContract(), workflow, [.. between]);
    }

    private static ShownNode Find(IReadOnlyList<ShownNode> nodes, string nodeId) =>
        nodes.FirstOrDefault(node => node.NodeId == nodeId) ?? throw new NotFoundException("ActivityNode", nodeId);

    /// <summary>The workflow as the activity that Elsa makes of it.</summary>
    private static JsonObject Workflow(FlowVersion row, JsonObject shown)
    {
        var root = shown["root"]!.DeepClone();
        var nodeId = root["nodeId"]!.GetValue<string>();
        return new JsonObject
        {
            ["identity"] = new JsonObject { ["definitionId"] = row.DefinitionId, ["version"] = row.Version, ["id"] = row.Id },
            ["publication"] = new JsonObject { ["isLatest"] = row.IsLatest, ["isPublished"] = row.IsPublished },
            ["inputs"] = shown["inputs"]!.DeepClone(),
            ["outputs"] = shown["outputs"]!.DeepClone(),
            ["outcomes"] = shown["outcomes"]!.DeepClone(),
            ["workflowMetadata"] = new JsonObject { ["name"] = row.Name, ["description"] = row.Description, ["createdAt"] = row.CreatedAt },
            ["options"] = shown["options"]!.DeepClone(),
            ["isReadonly"] = row.IsReadonly,
            ["isSystem"] = row.IsSystem,
            ["definitionHandle"] = new JsonObject { ["definitionVersionId"] = row.Id },
            ["result"] = null,
            ["root"] = root,
            ["id"] = nodeId[..nodeId.LastIndexOf(':')],
            ["nodeId"] = nodeId[..nodeId.LastIndexOf(':')],
            ["name"] = null,
            ["type"] = "Elsa.Workflow",
            ["version"] = 1,
            ["customProperties"] = shown["customProperties"]!.DeepClone(),
            ["metadata"] = new JsonObject(),
        };
    }
}
