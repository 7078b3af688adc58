using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using MediatR;
using Npgsql;

namespace ApprovalEngine.Approval.Notifications;

/// <summary>A person has taken note of what was copied to them, and of what flows had them told: it waits for them no more, whether they opened the case or not.</summary>
/// <param name="Access">Who.</param>
/// <param name="CaseId">Of which case; null for all.</param>
public sealed record ReadNotices(Access Access, Guid? CaseId) : IRequest;

internal sealed class ReadNoticesHandler(CaseDatabase database, TimeProvider clock) : IRequestHandler<ReadNotices>
{
    private const string Copies = "update case_copy set read_at = $2 where centre_id = $1 and user_name = $3 and read_at is null";

    // Index ix_message_unread.
    private const string Messages = "update message set read_at = $2 where centre_id = $1 and user_name = $3 and read_at is null";

    // Index (centre, case) of deliveries.
    private const string OfCase = " and delivery_id in (select d.delivery_id from delivery d where d.centre_id = $1 and d.case_id = $4)";

    /// <summary>What is written: rows that are read already stay as they are.</summary>
    public static NpgsqlBatchCommand[] Statements(Access access, Guid? caseId, DateTimeOffset now)
    {
        return caseId is { } one
            ? [Sql.Command(Copies + " and case_id = $4", [.. Whose(), Sql.Of(one)]), Sql.Command(Messages + OfCase, [.. Whose(), Sql.Of(one)])]
            : [Sql.Command(Copies, Whose()), Sql.Command(Messages, Whose())];

        NpgsqlParameter[] Whose() => [Sql.Of(access.CentreId), Sql.Of(now), Sql.Of(access.UserName)];
    }

    public async Task<Unit> Handle(ReadNotices command, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var statement in Statements(command.Access, command.CaseId, clock.GetUtcNow()))
        {
            batch.BatchCommands.Add(statement);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
        return Unit.Value;
    }
}
