using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Organisation;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>Changes the organisation, one change of a centre after the other, and lets every host know.</summary>
internal sealed class OrganisationWriter(ApprovalDbContext context, OrgDirectory directory, TimeProvider time)
{
    /// <summary>The organisation as it is.</summary>
    public ValueTask<CentreDirectory> Read(Access access, CancellationToken cancel) => directory.Of(access.CentreId, cancel);

    /// <summary>Makes the change and leaves its trace, all or nothing.</summary>
    public async Task Write(Access access, EventAct act, string subject, object payload, Func<ApprovalDbContext, Task> change, CancellationToken cancel)
    {
        await context.WriteCentre(access, centre => centre.OrganisationVersion, change, new CentreWrites.Trace(time.GetUtcNow(), act, subject, payload), cancel);
        directory.Expire(access.CentreId);
    }

    /// <summary>Whoever gives rights must hold the administrator's role where they shall reach.</summary>
    /// <exception cref="ForbiddenException">The administrator's own right does not reach one of the units.</exception>
    /// <exception cref="RuleBrokenException">A unit or post is not known, or a role is not for people.</exception>
    public static void RequireGrantable(Access access, CentreDirectory organisation, IReadOnlyList<GrantView> grants, IReadOnlyList<HoldingView> posts)
    {
        var unknown = grants.Select(grant => grant.Unit).Concat(posts.Select(held => held.Unit)).FirstOrDefault(unit => organisation.FindUnit(unit) is null);
        if (unknown is not null)
        {
            throw new RuleBrokenException("UnitUnknown", $"There is no unit '{unknown}'.", "grants");
        }

        if (posts.FirstOrDefault(held => organisation.Posts.All(post => post.Code != held.Post)) is { } missing)
        {
            throw new RuleBrokenException("PostUnknown", $"There is no post '{missing.Post}'.", "posts");
        }

        foreach (var unit in grants.Select(grant => grant.Unit).Concat(posts.Select(held => held.Unit)).Distinct())
        {
            access.RequireAt(Role.Administrator, organisation.Unit(unit));
        }
    }
}
