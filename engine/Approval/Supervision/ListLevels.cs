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
        var chosen = (await directory.Of(request.Access.CentreId, cancellationToken)).Centre.LevelProfile;
        var own = (await items.All(request.Access.CentreId, cancellationToken)).Where(item => item.LevelProfile is not null).ToLookup(item => item.LevelProfile, item => item.Code);
        return
        [
            .. LevelProfiles.All.Select(profile => new LevelProfileView(
                profile.Code, profile.Version, profile.Code == chosen, [.. profile.Rules.Select(View)], [.. own[profile.Code].Order(StringComparer.Ordinal)])),
        ];
    }

    private static LevelRuleView View(LevelRule rule) => new(
        rule.Clock.ToString(), rule.Level.ToString(), rule.Measured.ToString(), (rule.At as LevelMoment.ShareUsed)?.Percent, (rule.At as LevelMoment.Overdue)?.MoreDays);
}
