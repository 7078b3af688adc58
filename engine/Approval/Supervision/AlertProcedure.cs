using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Contracts.Supervision;

namespace ApprovalEngine.Approval.Supervision;

/// <summary>
/// Who may lead an alert where (domain.md, "Supervision levels"): the responsible person acknowledges, explains and appeals once; a
/// supervisor of the unit acknowledges in their place and decides, never about themselves, and never twice about the same alert.
/// </summary>
internal static class AlertProcedure
{
    /// <summary>The statuses to which a person may lead it now.</summary>
    /// <param name="access">Who asks.</param>
    /// <param name="alert">The alert.</param>
    /// <param name="unit">The unit that was responsible.</param>
    /// <param name="acts">What was done about it.</param>
    public static IEnumerable<AlertStatus> Next(Access access, AlertListed alert, UnitEntry unit, IReadOnlyList<AlertActView> acts)
    {
        // Where nobody had taken the task, the head of the unit answers for it.
        var isResponsible = alert.Person is { } person ? person == access.UserName : access.Reaches(Role.HeadOfCentre, unit);
        var isJudge = access.Reaches(Role.Supervisor, unit) && !isResponsible && !acts.Any(act => act.Actor == access.UserName && IsDecision(act.Status));
        return Enum.Parse<AlertStatus>(alert.Status) switch
        {
            AlertStatus.Raised when isResponsible => [AlertStatus.Acknowledged, AlertStatus.Explained],
            AlertStatus.Raised when isJudge => [AlertStatus.Acknowledged],
            AlertStatus.Acknowledged when isResponsible => [AlertStatus.Explained],
            AlertStatus.Acknowledged or AlertStatus.Explained or AlertStatus.Appealed when isJudge => [AlertStatus.Accepted, AlertStatus.Upheld],
            AlertStatus.Upheld when isResponsible && acts.All(act => act.Status != nameof(AlertStatus.Appealed)) => [AlertStatus.Appealed],
            _ => [],
        };
    }

    private static bool IsDecision(string status) => status is nameof(AlertStatus.Accepted) or nameof(AlertStatus.Upheld);
}
