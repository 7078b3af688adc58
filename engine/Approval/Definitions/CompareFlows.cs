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
        var kind = (FlowDifferenceKind)change.Kind;
        if (change.ActivityId is not { } id)
        {
            return new(kind, null, null, null, [.. change.Members.Select(member => new MemberDifference(member.Path, null, null, Text(member.Before), Text(member.After)))]);
        }

        var type = ActivityDescriptors.Find(change.Type ?? "");
        return new(kind, id, ActivityTitles.Of(activities[id], id), type is null ? Text(change.Type) : Text(type.DisplayName), [.. change.Members.Select(member => Member(member, type, activities[id], activities))]);
    }

    private static MemberDifference Member(MemberChange change, ActivityDescriptor? type, JsonObject activity, Dictionary<string, JsonObject> activities)
    {
        if (change.Port is { } port)
        {
            return new(change.Path, null, ActivityTitles.Outcome(activity, port) ?? LocalText.Same(port), Names(change.Before, activities), Names(change.After, activities));
        }

        var input = type?.Inputs.FirstOrDefault(input => input.Property == change.Path);
        return new(change.Path, input is null ? null : Text(input.DisplayName), null, Value(input, change.Before), Value(input, change.After));
    }

    /// <summary>What the editor shows for a value.</summary>
    private static LocalText? Value(InputDescriptor? input, string? value) =>
        input?.Choices.FirstOrDefault(choice => choice.Value == value) is { } choice ? Text(choice.Text) : Text(value);

    /// <summary>The names of a list of activities.</summary>
    private static LocalText? Names(string? ids, Dictionary<string, JsonObject> activities)
    {
        if (ids is null)
        {
            return null;
        }

        var names = ids.Split(", ").Select(id => activities.TryGetValue(id, out var activity) ? ActivityTitles.Of(activity, id) : LocalText.Same(id)).ToList();
        return new(string.Join("、", names.Select(name => name.ZhHans)), string.Join("、", names.Select(name => name.ZhHant)), string.Join(", ", names.Select(name => name.En)));
    }

    private static string Id(JsonObject activity) => (string)activity["id"]!;

    private static LocalText? Text(string? value) => value is null ? null : LocalText.Same(value);

    private static LocalText Text(Wording wording) => new(wording.ZhHans, wording.ZhHant, wording.En);
}
