using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Definitions;
using ApprovalEngine.Workflow.Changes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Descriptors;
using MediatR;

namespace ApprovalEngine.Approval.Definitions;

/// <summary>What differs between two versions of a flow, in the words of those who design it.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="DefinitionId">Which.</param>
/// <param name="From">The version to compare with.</param>
/// <param name="To">The version; null for the newest.</param>
/// <exception cref="NotFoundException">There is no such version.</exception>
public sealed record CompareFlows(Access Access, string DefinitionId, int From, int? To) : IRequest<FlowComparison>;

internal sealed class CompareFlowsHandler(IMediator mediator) : IRequestHandler<CompareFlows, FlowComparison>
{
    private static readonly LocalText Place = new("所在位置", "所在位置", "Place");

    public async Task<FlowComparison> Handle(CompareFlows request, CancellationToken cancellationToken)
    {
        var from = await mediator.Send(new GetFlow(request.Access, request.DefinitionId, request.From), cancellationToken);
        var to = await mediator.Send(new GetFlow(request.Access, request.DefinitionId, request.To), cancellationToken);
        var (before, after) = (FlowDefinition.Parse(from.Document.ToJsonString()), FlowDefinition.Parse(to.Document.ToJsonString()));
        var changes = FlowChanges.Between(before, after);
        var activities = after.Activities.Concat(before.Activities).DistinctBy(Id).ToDictionary(Id);
        return new(from.Summary.Version, to.Summary.Version, [.. changes.Changes.Select(change => Difference(change, activities))], changes.Moved);
    }

    private static FlowDifference Difference(FlowChange change, Dictionary<string, JsonObject> activities)
    {
        var kind = Enum.Parse<FlowDifferenceKind>(change.Kind.ToString());
        if (change.ActivityId is not { } id)
        {
            return new(kind, null, null, null, [.. change.Members.Select(member => Member(member, null))]);
        }

        var (activity, type) = (activities[id], ActivityDescriptors.Find(change.Type ?? ""));
        return new(
            kind, id, ActivityTitles.Of(activity, id), type is null ? Same(change.Type) : type.DisplayName.ToLocal(),
            [.. change.Members.Select(member => Member(member, type)), .. change.Ways.Select(way => Way(way, activity, activities))]);
    }

    private static MemberDifference Member(MemberChange change, ActivityDescriptor? type)
    {
        var input = type?.Inputs.FirstOrDefault(input => input.Property == change.Path);
        return new(change.Path, change.Path == MemberChange.Place ? Place : input?.DisplayName.ToLocal(), null, Value(input, change.Before), Value(input, change.After));
    }

    private static MemberDifference Way(WayChange change, JsonObject activity, Dictionary<string, JsonObject> activities) =>
        new($"connections.{change.Port}", null, ActivityTitles.Outcome(activity, change.Port) ?? LocalText.Same(change.Port), Names(change.Before, activities), Names(change.After, activities));

    /// <summary>What the editor shows for a value.</summary>
    private static LocalText? Value(InputDescriptor? input, string? value) =>
        input?.Choices.FirstOrDefault(choice => choice.Value == value) is { } choice ? choice.Text.ToLocal() : Same(value);

    /// <summary>What activities are called; null for none.</summary>
    private static LocalText? Names(IReadOnlyCollection<string> ids, Dictionary<string, JsonObject> activities)
    {
        var names = ids.Select(id => activities.TryGetValue(id, out var activity) ? ActivityTitles.Of(activity, id) : LocalText.Same(id)).ToList();
        return names.Count == 0 ? null
            : new(string.Join("、", names.Select(name => name.ZhHans)), string.Join("、", names.Select(name => name.ZhHant)), string.Join(", ", names.Select(name => name.En)));
    }

    private static string Id(JsonObject activity) => (string)activity["id"]!;

    private static LocalText? Same(string? text) => text is null ? null : LocalText.Same(text);
}
