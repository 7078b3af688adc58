using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Approval.Cases;

/// <summary>
/// Who may be drawn into a case: people whose role reaches its unit, its window, or a unit at which one of its tasks is open. Nobody
/// outside is given a copy, a signature or advice to write (field-lessons.md, "Tasks").
/// </summary>
internal static class CaseReach
{
    /// <summary>Roles of people who work on cases or watch over them; an administrator sees no case by that role.</summary>
    private static readonly Role[] OfPeople = [Role.Reviewer, Role.WindowClerk, Role.HeadOfCentre, Role.Supervisor, Role.Auditor, Role.Agent];

    /// <summary>Roles of people who can be asked to sign.</summary>
    private static readonly Role[] OfSigners = [Role.Reviewer, Role.WindowClerk, Role.HeadOfCentre, Role.Supervisor];

    /// <summary>A person who may read the case.</summary>
    /// <exception cref="RuleBrokenException">There is no such person, or the case is outside their scope.</exception>
    public static PersonEntry RequireReader(CaseSession session, string userName, string field) => Require(session, userName, field, OfPeople);

    /// <summary>A person who may sign in the case.</summary>
    /// <exception cref="RuleBrokenException">There is no such person, or the case is outside their scope.</exception>
    public static PersonEntry RequireSigner(CaseSession session, string userName, string field) => Require(session, userName, field, OfSigners);

    /// <summary>Whether a person could be given the case to read.</summary>
    public static bool MayRead(CaseSession session, PersonEntry person) => person.IsActive && Reaches(Units(session), person, OfPeople);

    /// <summary>Whether a person could be given a part to sign.</summary>
    public static bool MaySign(CaseSession session, PersonEntry person) => MaySign(Units(session), person);

    /// <summary>Whether a person could be given a part to sign in a case that touches these units.</summary>
    public static bool MaySign(IEnumerable<UnitEntry> units, PersonEntry person) => person.IsActive && Reaches(units, person, OfSigners);

    private static PersonEntry Require(CaseSession session, string userName, string field, Role[] roles)
    {
        if (session.World.Directory.FindPerson(userName) is not { IsActive: true } person)
        {
            throw new RuleBrokenException("PersonUnknown", $"There is no active person '{userName}'.", field);
        }

        return Reaches(Units(session), person, roles)
            ? person
            : throw new RuleBrokenException("OutOfScope", $"This case is outside the scope of '{userName}'.", field);
    }

    private static bool Reaches(IEnumerable<UnitEntry> units, PersonEntry person, Role[] roles) =>
        units.Any(unit => person.Grants.Any(grant => roles.Contains(grant.Role) && unit.IsWithin(grant.UnitPath)));

    private static IEnumerable<UnitEntry> Units(CaseSession session)
    {
        yield return session.World.Directory.Unit(session.Case.UnitId);
        if (session.Case.WindowId is { } window)
        {
            yield return session.World.Directory.Unit(window);
        }

        foreach (var task in session.Case.State.Tasks)
        {
            yield return TaskRights.UnitOf(task, session);
        }
    }
}
