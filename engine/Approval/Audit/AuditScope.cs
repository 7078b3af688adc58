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

    /// <summary>
    /// What events the person reads: those about cases of the units audited; of the others all, when the whole centre is audited or
    /// administered, else those of people who hold something in the part that is.
    /// </summary>
    public async Task<EventScope> EventsAsync(Access access, CancellationToken cancel)
    {
        access.Require(Role.Auditor, Role.Administrator);
        var directory = await directories.Of(access.CentreId, cancel);
        var units = directory.UnitsIn(access, Role.Auditor, Role.Administrator).ToHashSet();
        var isWhole = units.Contains(directory.Root.UnitId);
        var people = isWhole ? [] : directory.People.Where(person => person.Grants.Any(grant => units.Contains(grant.UnitId)) || person.Posts.Any(post => units.Contains(post.UnitId)));
        return new EventScope(directory.UnitsIn(access, Role.Auditor), isWhole, [.. people.Select(person => person.UserName)]);
    }
}

/// <summary>What events a person reads.</summary>
/// <param name="Units">About cases of these units.</param>
/// <param name="IsWhole">All others.</param>
/// <param name="People">Else those of these people.</param>
internal sealed record EventScope(int[] Units, bool IsWhole, string[] People);
