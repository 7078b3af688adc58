using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Accounts;
using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Approval.Keys;

/// <summary>Keys as the API shows them, and whose matter they are.</summary>
internal static class KeyRows
{
    /// <summary>A key as it is listed.</summary>
    public static ApiKeyView View(this ApiKey key, CentreDirectory organisation, DateOnly today) => new(
        key.Code,
        key.Program,
        [.. key.Grants.Select(grant => new GrantView(grant.Role, organisation.Unit(grant.UnitId).Code)).OrderBy(grant => grant.Role).ThenBy(grant => grant.Unit, StringComparer.Ordinal)],
        key.ExpiresOn,
        key.RevokedAt is null && key.ExpiresOn >= today,
        key.GivenBy,
        key.GivenAt,
        key.LastUsedAt,
        key.RevokedBy,
        key.RevokedAt)
    {
        IsGiverActive = organisation.FindPerson(key.GivenBy)?.IsActive == true,
    };

    /// <summary>The keys that an administrator's right reaches as a whole.</summary>
    public static IQueryable<ApiKey> Of(this IQueryable<ApiKey> keys, Access access, CentreDirectory organisation)
    {
        var reach = organisation.UnitsIn(access, Role.Administrator);
        return keys.Where(key => key.CentreId == access.CentreId && key.Grants.All(grant => reach.Contains(grant.UnitId)));
    }
}
