using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Approval.Live;

/// <summary>A case that changed, with whom that may concern.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Units">Its unit, its window, and the units at which its tasks are open.</param>
/// <param name="People">User names of those who have or answered a task of it, or were given it to read.</param>
/// <param name="IncidentCameOrWent">A step of it cannot go on since, or can again.</param>
internal sealed record ChangedCase(Guid CaseId, IReadOnlyList<UnitEntry> Units, IReadOnlyList<string> People, bool IncidentCameOrWent)
{
    /// <summary>An administrator sees no case by that role.</summary>
    private static readonly Role[] Seeing = [.. Enum.GetValues<Role>().Where(role => role is not (Role.Administrator or Role.System))];

    /// <summary>Whether a person may be told that it changed. What changed they are told when they ask, by their rights.</summary>
    public bool Concerns(Access access) =>
        access.IsSystem || People.Contains(access.UserName) || access.Deputyships.Any(away => People.Contains(away.For))
        || Units.Any(unit => Seeing.Any(role => access.Reaches(role, unit)));

    /// <summary>Whether a person may be told that there is an incident more, or one less: who administers the case's unit, which comes first.</summary>
    public bool ConcernsAsIncident(Access access) => IncidentCameOrWent && access.Reaches(Role.Administrator, Units[0]);
}
