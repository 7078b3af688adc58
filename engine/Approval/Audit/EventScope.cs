using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Approval.Audit;

/// <summary>
/// What events a person reads: those about cases of the units audited; of the others all, when the whole centre is audited or administered,
/// else those of people who hold something in the part that is.
/// </summary>
/// <param name="Units">About cases of these units.</param>
/// <param name="IsWhole">All others.</param>
/// <param name="People">Else those of these people.</param>
internal sealed record EventScope(int[] Units, bool IsWhole, string[] People)
{
    /// <summary>What a person reads; null for who neither audits nor administers anything.</summary>
    public static EventScope? Of(Access access, CentreDirectory directory)
    {
        if (!access.Has(Role.Auditor, Role.Administrator))
        {
            return null;
        }

        var units = directory.UnitsIn(access, Role.Auditor, Role.Administrator).ToHashSet();
        var isWhole = units.Contains(directory.Root.UnitId);
        var people = isWhole ? [] : directory.People.Where(person => person.Grants.Any(grant => units.Contains(grant.UnitId)) || person.Posts.Any(post => units.Contains(post.UnitId)));
        return new EventScope(directory.UnitsIn(access, Role.Auditor), isWhole, [.. people.Select(person => person.UserName)]);
    }

    /// <summary>Whether an event is among them: the list asks the database the same.</summary>
    /// <param name="actor">Who acted.</param>
    /// <param name="isOnCase">It is about a case.</param>
    /// <param name="caseUnit">Key of the case's unit; null where there is no such case.</param>
    public bool Covers(string actor, bool isOnCase, int? caseUnit) =>
        isOnCase ? caseUnit is { } unit && Units.Contains(unit) : IsWhole || People.Contains(actor);
}
