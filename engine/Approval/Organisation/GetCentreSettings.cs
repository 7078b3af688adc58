using ApprovalEngine.Contracts.Organisation;
using MediatR;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>What the centre has decided about how it works.</summary>
/// <param name="Access">Who asks.</param>
public sealed record GetCentreSettings(Access Access) : IRequest<CentreSettingsView>;

internal sealed class GetCentreSettingsHandler(OrgDirectory directory) : IRequestHandler<GetCentreSettings, CentreSettingsView>
{
    public async Task<CentreSettingsView> Handle(GetCentreSettings request, CancellationToken cancellationToken) =>
        new((await directory.Of(request.Access.CentreId, cancellationToken)).Centre.Settings.FlowsNeedRelease);
}
