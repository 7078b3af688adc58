using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;
using Npgsql;

namespace ApprovalEngine.Approval.Audit;

/// <summary>What of the trail a person may read.</summary>
internal sealed class AuditScope(NpgsqlDataSource database, OrgDirectory directories)
{
    private const string Unit = "select unit_id from cases where centre_id = $1 and case_id = $2";

    /// <summary>Refuses unless the person audits the unit of the case.</summary>
    public async Task RequireCaseAsync(Access access, Guid caseId, CancellationToken cancel)
    {
        access.Require(Role.Auditor);
        await using var command = database.CreateCommand(Unit);
        command.Parameters.Add(Sql.Of(access.CentreId));
        command.Parameters.Add(Sql.Of(caseId));
        var unit = await command.ExecuteScalarAsync(cancel) as int? ?? throw new NotFoundException("Case", caseId);
        access.RequireAt(Role.Auditor, (await directories.Of(access.CentreId, cancel)).Unit(unit));
    }

    /// <summary>What events the person reads.</summary>
    public async Task<EventScope> EventsAsync(Access access, CancellationToken cancel)
    {
        access.Require(Role.Auditor, Role.Administrator);
        return EventScope.Of(access, await directories.Of(access.CentreId, cancel))!;
    }
}
