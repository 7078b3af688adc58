using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Definitions;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Definitions.Releases;

/// <summary>What the commands on releases share.</summary>
internal static class FlowReleases
{
    /// <summary>All requests for a flow.</summary>
    public static IQueryable<FlowRelease> Releases(this ApprovalDbContext context, int centreId, string definitionId) =>
        context.Set<FlowRelease>().Where(release => release.CentreId == centreId && release.DefinitionId == definitionId);

    /// <summary>Files a request for the newest version as it is; one that still waits gives way to it.</summary>
    public static async Task Ask(this ApprovalDbContext context, Access access, FlowVersion latest, PublishFlowRequest publish, DateTimeOffset at, CancellationToken cancel)
    {
        var before = await context.Releases(access.CentreId, latest.DefinitionId).OrderByDescending(release => release.No).FirstOrDefaultAsync(cancel);
        var note = string.IsNullOrWhiteSpace(publish.Note) ? latest.Note : publish.Note.Trim();
        string[] overrides = [.. publish.Overrides ?? []];
        if (before is { Status: ReleaseStatus.Waiting } same && same.AskedBy == access.UserName && (same.Version, same.Revision, same.Note) == (latest.Version, latest.Revision, note) && same.Overrides.SequenceEqual(overrides))
        {
            return;
        }

        if (before is { Status: ReleaseStatus.Waiting })
        {
            // Before the new one, for the index on one that waits is not deferred.
            (before.Status, before.DecidedAt, before.DecidedBy) = (ReleaseStatus.Superseded, at, access.UserName);
            await context.SaveChangesAsync(cancel);
        }

        context.Add(new FlowRelease
        {
            CentreId = access.CentreId,
            DefinitionId = latest.DefinitionId,
            No = (before?.No ?? 0) + 1,
            Version = latest.Version,
            Revision = latest.Revision,
            Note = note,
            Overrides = overrides,
            AskedAt = at,
            AskedBy = access.UserName,
        });
        context.Record(access, at, EventAct.FlowReleaseAsked, latest.DefinitionId, new { latest.Version, overrides, note });
    }

    /// <summary>A request that waits for somebody else than its asker.</summary>
    /// <exception cref="NotFoundException">There is no such request.</exception>
    /// <exception cref="ConflictException">It was decided already.</exception>
    /// <exception cref="ForbiddenException">It is one's own.</exception>
    public static async Task<FlowRelease> Waiting(this ApprovalDbContext context, Access access, string definitionId, int no, CancellationToken cancel)
    {
        access.RequirePerson("Flows are released by people.");
        var release = await context.Releases(access.CentreId, definitionId).SingleOrDefaultAsync(row => row.No == no, cancel) ?? throw new NotFoundException("FlowRelease", $"{definitionId}/{no}");
        return release switch
        {
            { Status: not ReleaseStatus.Waiting } => throw Decided(),
            _ when release.AskedBy == access.UserName => throw new ForbiddenException("ReleaseOwn", "Nobody releases or refuses what they asked for themselves."),
            _ => release,
        };
    }

    /// <summary>The error of whoever comes second.</summary>
    public static ConflictException Decided() => new("ReleaseDecided", "This request was decided already, or asked for again.");
}
