using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Organisation;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>Says by what a person may see a case.</summary>
public sealed class CaseSight(CaseDatabase database, OrgDirectory directories)
{
    // The same tests as CaseScope.Condition, each with its own answer. Primary keys of the tables.
    private const string Reasons = $"""
        select c.unit_id, c.window_id, c.received_by = $2,
            (select t.activity_id from task_open t where t.centre_id = c.centre_id and t.case_id = c.case_id and (t.assignee = $2 or t.owner = $2) limit 1),
            (select t.activity_id from task_open t where t.centre_id = c.centre_id and t.case_id = c.case_id and {TaskOffers.Condition} limit 1),
            (select t.activity_id from task_open t where t.centre_id = c.centre_id and t.case_id = c.case_id and {TaskOffers.InPlaceOfAbsent} limit 1),
            (select y.copied_by from case_copy y where y.centre_id = c.centre_id and y.case_id = c.case_id and y.user_name = $2),
            (select d.activity_id from task_closed d where d.centre_id = c.centre_id and d.case_id = c.case_id and d.closed_by = $2 limit 1)
        from cases c
        where c.centre_id = $1 and c.case_id = $11
        """;

    /// <summary>The reasons, strongest first.</summary>
    /// <exception cref="NotFoundException">There is no such case.</exception>
    /// <exception cref="ForbiddenException">There is no reason.</exception>
    public async Task<IReadOnlyList<SightReason>> RequireAsync(Access access, Guid caseId, CancellationToken cancel)
    {
        var directory = await directories.Of(access.CentreId, cancel);
        await using var connection = await database.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(Reasons, connection);
        command.Parameters.AddRange(CaseScope.Parameters(access, directory));
        command.Parameters.Add(Sql.Of(caseId));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        if (!await reader.ReadAsync(cancel))
        {
            throw new NotFoundException("Case", caseId);
        }

        SightReason[] reasons = [.. Roles(access, directory, reader.GetInt32(0), CaseFields.Whole(reader, 1)), .. Parts(reader)];
        return reasons.Length > 0
            ? reasons
            : throw new ForbiddenException("CaseNotYours", "You see a case through a role with scope, a task, a copy, or an act in it; none of them reaches this case.");
    }

    /// <summary>Requires that somebody takes part in a case, and does not only look at it.</summary>
    /// <exception cref="NotFoundException">There is no such case.</exception>
    /// <exception cref="ForbiddenException">They do not see it, or only as an auditor.</exception>
    public async Task<IReadOnlyList<SightReason>> RequirePartAsync(Access access, Guid caseId, CancellationToken cancel)
    {
        var reasons = await RequireAsync(access, caseId, cancel);
        return IsPart(reasons) ? reasons : throw new ForbiddenException("AuditorsOnlyRead", "Auditors read everything in their scope and write nothing into cases.");
    }

    /// <summary>Whether a person who sees a case so may write into it.</summary>
    internal static bool IsPart(IEnumerable<SightReason> reasons) => !reasons.All(IsAuditing);

    /// <summary>Whether it is a role that reads and no more.</summary>
    internal static bool IsAuditing(SightReason reason) => reason.Kind == "Role" && reason.Detail.StartsWith(nameof(Role.Auditor), StringComparison.Ordinal);

    private static IEnumerable<SightReason> Roles(Access access, CentreDirectory directory, int unitId, int? windowId)
    {
        if (access.IsSystem)
        {
            yield return new SightReason("Role", "System");
        }

        var unit = directory.Unit(unitId);
        foreach (var grant in access.Grants)
        {
            var reaches = CaseScope.Overseers.Contains(grant.Role)
                ? unit.IsWithin(grant.UnitPath)
                : grant.Role == Role.WindowClerk && (unit.IsWithin(grant.UnitPath) || (windowId is { } window && directory.Unit(window).IsWithin(grant.UnitPath)));
            if (reaches)
            {
                yield return new SightReason("Role", $"{grant.Role} {directory.Unit(grant.UnitId).Code}");
            }
        }
    }

    private static IEnumerable<SightReason> Parts(NpgsqlDataReader reader)
    {
        foreach (var (column, kind) in new[] { (3, "Task"), (4, "Offer"), (5, "Deputy"), (6, "Copy"), (7, "Act") })
        {
            if (CaseFields.Text(reader, column) is { } activity)
            {
                yield return new SightReason(kind, activity);
            }
        }

        if (reader.GetBoolean(2))
        {
            yield return new SightReason("Act", "CaseReceived");
        }
    }
}
