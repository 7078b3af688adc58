using System.Text.Json;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>The administrator of the whole centre decides how it works.</summary>
/// <param name="Access">Who decides.</param>
/// <param name="Settings">What shall hold.</param>
public sealed record ChangeCentreSettings(Access Access, CentreSettingsView Settings) : IRequest<CentreSettingsView>;

internal sealed class ChangeCentreSettingsHandler(OrganisationWriter writer) : IRequestHandler<ChangeCentreSettings, CentreSettingsView>
{
    public async Task<CentreSettingsView> Handle(ChangeCentreSettings request, CancellationToken cancellationToken)
    {
        var (access, wanted) = request;
        var organisation = await writer.Read(access, cancellationToken);
        access.RequireAt(Role.Administrator, organisation.Root);
        var before = organisation.Centre.Settings;
        var after = before with { FlowsNeedRelease = wanted.FlowsNeedRelease };
        if (after != before)
        {
            var text = JsonSerializer.Serialize(after, JsonText.Options);
            await writer.Write(
                access, EventAct.CentreSettingsChanged, organisation.Centre.Code, after,
                context => context.Set<Centre>().Where(centre => centre.CentreId == access.CentreId).ExecuteUpdateAsync(centre => centre.SetProperty(row => row.Settings, text), cancellationToken),
                cancellationToken);
        }

        return wanted;
    }
}
