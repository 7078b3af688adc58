using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>Who may say that a person is away.</summary>
internal static class AbsenceRights
{
    /// <summary>The person, when the one who asks is that person, administers them, or heads all units at which they hold a role.</summary>
    /// <exception cref="NotFoundException">There is no such person.</exception>
    /// <exception cref="ForbiddenException">It is somebody else's matter.</exception>
    public static PersonEntry Require(Access access, CentreDirectory organisation, string userName)
    {
        var person = organisation.FindPerson(userName) ?? throw new NotFoundException("Person", userName);
        return Reaches(access, organisation, person)
            ? person
            : throw new ForbiddenException("OutOfScope", $"Only '{userName}', who administers them, or the head of their units can do this.");
    }

    /// <summary>Whether a person's absences and work are the matter of who asks.</summary>
    public static bool Reaches(Access access, CentreDirectory organisation, PersonEntry person) =>
        access.UserName == person.UserName
        || person.IsAdministeredBy(access, organisation)
        || (person.Grants.Length > 0 && person.Grants.All(grant => access.Reaches(Role.HeadOfCentre, organisation.Unit(grant.UnitId))));

    /// <summary>Whether somebody may stand in for a person: active, another one, and with one of their roles at the same reach or a wider one.</summary>
    public static bool MayStandIn(CentreDirectory organisation, PersonEntry deputy, PersonEntry person) =>
        deputy.IsActive && deputy.UserName != person.UserName
        && person.Grants.Any(grant => deputy.Grants.Any(own => own.Role == grant.Role && organisation.Unit(grant.UnitId).IsWithin(own.UnitPath)));
}
