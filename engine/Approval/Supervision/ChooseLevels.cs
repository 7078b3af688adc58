using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Contracts.Supervision;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Supervision;

/// <summary>
/// The centre follows another profile of levels: from now on its open cases are watched by it too, except those of items that have chosen one of
/// their own. Alerts that were raised stay.
/// </summary>
/// <param name="Access">Who chooses.</param>
/// <param name="Profile">Code of the profile.</param>
public sealed record ChooseLevels(Access Access, string Profile) : IRequest<IReadOnlyList<LevelProfileView>>;

internal sealed class ChooseLevelsHandler(OrganisationWriter writer, IMediator mediator, TimeProvider time) : IRequestHandler<ChooseLevels, IReadOnlyList<LevelProfileView>>
{
    public async Task<IReadOnlyList<LevelProfileView>> Handle(ChooseLevels request, CancellationToken cancellationToken)
    {
        var (access, code) = request;
        var organisation = await writer.Read(access, cancellationToken);
        access.RequireAt(Role.Administrator, organisation.Root);
        if (organisation.FindLevels(code) is null)
        {
            throw new RuleBrokenException("LevelProfileUnknown", $"There is no profile '{code}'.", "profile");
        }

        if (organisation.Centre.LevelProfile != code)
        {
            await writer.Write(
                access, EventAct.LevelProfileChosen, code, new { From = organisation.Centre.LevelProfile, To = code },
                async context =>
                {
                    await context.Set<Centre>().Where(centre => centre.CentreId == access.CentreId).ExecuteUpdateAsync(centre => centre.SetProperty(row => row.LevelProfile, code), cancellationToken);
                    await context.Database.ExecuteSqlRawAsync(TimerStatements.WakeAlerts, [access.CentreId, time.GetUtcNow() + TimerStatements.LevelsWait], cancellationToken);
                },
                cancellationToken);
        }

        return await mediator.Send(new ListLevels(access), cancellationToken);
    }
}
