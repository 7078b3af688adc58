using ApprovalEngine.Approval.Organisation;
using Microsoft.AspNetCore.Authorization;

namespace ApprovalEngine.Host.Identity;

/// <summary>Looks the rights up at each request: a token outlives neither a role nor the account.</summary>
internal sealed class HoldsRoleHandler(CurrentAccess current, OrgDirectory directory) : AuthorizationHandler<HoldsRole>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, HoldsRole requirement)
    {
        if (await current.FindAsync(context.User) is { } access && (requirement.OfWholeCentre ? await IsOfCentre(access, requirement) : requirement.Roles.Count == 0 || requirement.Roles.Any(role => access.Has(role))))
        {
            context.Succeed(requirement);
        }
    }

    private async Task<bool> IsOfCentre(Access access, HoldsRole requirement)
    {
        var root = (await directory.Of(access.CentreId, CancellationToken.None)).Root;
        return !access.IsProgram && requirement.Roles.Any(role => access.Reaches(role, root));
    }
}
