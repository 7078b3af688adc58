using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Contracts.Supervision;

namespace ApprovalEngine.Approval.Supervision;

/// <summary>
/// Who may lead an alert where (domain.md, "Supervision levels"): the responsible person acknowledges, explains and appeals once; a
/// supervisor of the unit acknowledges in their place and decides, never about themselves, and never twice about the same alert. What a
/// supervisor has escalated only those above decide (<see cref="Escalation"/>).
/// </summary>
/// <param name="directory">Units and people.</param>
/// <param name="alert">The alert.</param>
/// <param name="acts">What was done about it.</param>
/// <param name="escalatedFrom">The unit from which it was escalated last; null when it never was.</param>
internal sealed class AlertProcedure(CentreDirectory directory, AlertListed alert, IReadOnlyList<AlertActView> acts, UnitEntry? escalatedFrom)
{
    private readonly UnitEntry unit = directory.Unit(alert.Unit);

    /// <summary>The statuses to which a person may lead it now.</summary>
    /// <param name="access">Who asks.</param>
    public IEnumerable<AlertStatus> Next(Access access)
    {
        // People answer for what they did, and people judge it.
        if (access.IsProgram)
        {
            return [];
        }

        var isResponsible = IsResponsible(access.UserName, access.Reaches(Role.HeadOfCentre, unit));
        var supervises = LeftTo is { } from
            ? Escalation.IsAbove(access.Grants, from)
            : access.Reaches(Role.Supervisor, unit) || (IsWithoutJudge && Escalation.IsAbove(access.Grants, unit));
        var isJudge = supervises && !isResponsible && !HasDecided(access.UserName);
        AlertStatus[] escalated = isJudge && Escalation.UnitOf(access, unit, directory) is { } mine && Above(mine, access.UserName).Any() ? [AlertStatus.Escalated] : [];
        return Enum.Parse<AlertStatus>(alert.Status) switch
        {
            AlertStatus.Raised when isResponsible => [AlertStatus.Acknowledged, AlertStatus.Explained],
            AlertStatus.Raised when isJudge => [AlertStatus.Acknowledged, .. escalated],
            AlertStatus.Acknowledged when isResponsible => [AlertStatus.Explained],
            AlertStatus.Acknowledged or AlertStatus.Explained or AlertStatus.Appealed or AlertStatus.Escalated when isJudge => [AlertStatus.Accepted, AlertStatus.Upheld, .. escalated],
            AlertStatus.Upheld when isResponsible && acts.All(act => act.Status != nameof(AlertStatus.Appealed)) => [AlertStatus.Appealed],
            _ => [],
        };
    }

    /// <summary>
    /// The unit above which it is decided. Nothing waits for ever: where those above have all decided already, or are gone, it is with the
    /// unit's own supervisors again.
    /// </summary>
    private UnitEntry? LeftTo => escalatedFrom is { } from && Above(from).Any() ? from : null;

    /// <summary>Nobody of the unit's own supervisors may judge it (any more): the heads above do, so that no appeal is left lying.</summary>
    private bool IsWithoutJudge => !directory.People.Any(person =>
        person.IsActive && person.Grants.Any(grant => grant.Role == Role.Supervisor && unit.IsWithin(grant.UnitPath)) && !HasDecided(person.UserName)
        && !IsResponsible(person.UserName, person.Grants.Any(grant => grant.Role == Role.HeadOfCentre && unit.IsWithin(grant.UnitPath))));

    /// <summary>Who may decide on it once it is escalated from a unit.</summary>
    /// <param name="from">The unit.</param>
    /// <param name="escalating">User name of who escalates it; null once it is.</param>
    public IEnumerable<PersonEntry> Above(UnitEntry from, string? escalating = null) => directory.People.Where(person =>
        person.IsActive && person.UserName != escalating && Escalation.IsAbove(person.Grants, from) && !HasDecided(person.UserName)
        && !IsResponsible(person.UserName, person.Grants.Any(grant => grant.Role == Role.HeadOfCentre && unit.IsWithin(grant.UnitPath))));

    /// <summary>Where nobody had taken the task, the head of the unit answers for it.</summary>
    private bool IsResponsible(string userName, bool isHead) => alert.Person is { } person ? person == userName : isHead;

    private bool HasDecided(string userName) => acts.Any(act => act.Actor == userName && (act.Status is nameof(AlertStatus.Accepted) or nameof(AlertStatus.Upheld)));
}
