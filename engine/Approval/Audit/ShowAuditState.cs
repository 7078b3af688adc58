using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Jobs;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Organisation;
using MediatR;
using Npgsql;

namespace ApprovalEngine.Approval.Audit;

/// <summary>How the audit trail stands: the last seal, the last verification, what was found.</summary>
/// <param name="Access">Who asks.</param>
public sealed record ShowAuditState(Access Access) : IRequest<AuditState>;

internal sealed class ShowAuditStateHandler(SealStore store, NpgsqlDataSource database) : IRequestHandler<ShowAuditState, AuditState>
{
    // The block-range index; the primary key; the index by subject, under which checks record what they find.
    private const string Read = $"""
        select (select count(*) from audit where centre_id = $1 and transaction_no >= $2), h.at, h.detail,
            (select count(*) from admin_event where centre_id = $1 and subject = 'checks' and act in ('{nameof(EventAct.AuditFinding)}', '{nameof(EventAct.SealsDiffer)}'))
        from (select 1) one left join heartbeat h on h.name = $3
        """;

    public async Task<AuditState> Handle(ShowAuditState asked, CancellationToken cancellationToken)
    {
        var access = asked.Access;
        access.Require(Role.Auditor, Role.Administrator);
        var last = await store.LastAsync(access.CentreId, cancellationToken);
        await using var command = database.CreateCommand(Read);
        command.Parameters.Add(Sql.Of(access.CentreId));
        command.Parameters.Add(Sql.Of(last?.ToNo ?? 0));
        command.Parameters.Add(Sql.Of(JobRunner.HeartbeatOf($"{NightlyChecks.Name}/{access.CentreId}")));
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return new AuditState(
            last is null ? null : SealViews.Listed(last), row.GetInt64(0), row.IsDBNull(1) ? null : row.GetFieldValue<DateTimeOffset>(1),
            CaseFields.Text(row, 2), row.GetInt64(3));
    }
}
