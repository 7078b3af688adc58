using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Approval.Supervision;

/// <summary>
/// Handing an alert up (contracts.md, "Accounts and rights": supervisors decide and escalate). It leaves the unit at which the supervisor
/// holds the role; from then on it is for the supervisors above that unit, and for the head of the centre there or above.
/// </summary>
internal static class Escalation
{
    /// <summary>The highest unit at which the person supervises an alert's unit; null when they do not.</summary>
    public static UnitEntry? UnitOf(Access access, UnitEntry unit, CentreDirectory directory) =>
        access.Grants.Where(grant => grant.Role == Role.Supervisor && unit.IsWithin(grant.UnitPath)).MinBy(grant => grant.UnitPath.Length) is { } highest
            ? directory.Unit(highest.UnitId)
            : null;

    /// <summary>Whether roles stand above a unit from which something was escalated.</summary>
    public static bool IsAbove(IEnumerable<Grant> grants, UnitEntry from) => grants.Any(grant => from.IsWithin(grant.UnitPath) && grant.Role switch
    {
        Role.Supervisor => grant.UnitId != from.UnitId,
        Role.HeadOfCentre => true,
        _ => false,
    });
}
