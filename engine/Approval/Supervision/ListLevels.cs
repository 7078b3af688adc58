using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Supervision;
using MediatR;

namespace ApprovalEngine.Approval.Supervision;

/// <summary>The profiles of supervision levels, and which of them the centre follows: whoever can be given a card may know the thresholds.</summary>
/// <param name="Access">Who asks.</param>
public sealed record ListLevels(Access Access) : IRequest<IReadOnlyList<LevelProfileView>>;

internal sealed class ListLevelsHandler(OrgDirectory directory, ItemStore items) : IRequestHandler<ListLevels, IReadOnlyList<LevelProfileView>>
{
    public async Task<IReadOnlyList<LevelProfileView>> Handle(ListLevels request, CancellationToken cancellationToken)
    {
        var centre = await directory.Of(request.Access.CentreId, cancellationToken);
        var own = (await items.All(request.Access.CentreId, cancellationToken)).Where(item => item.LevelProfile is not null).ToLookup(item => item.LevelProfile, item => item.Code);
        return
        [
            .. centre.Levels.Select(profile => new LevelProfileView(
                profile.Code, profile.Version, profile.Code == centre.Centre.LevelProfile, [.. profile.Rules.Select(LevelRules.View)], [.. own[profile.Code].Order(StringComparer.Ordinal)], profile.Name)),
        ];
    }
}
