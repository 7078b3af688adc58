using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;
using MediatR;

namespace ApprovalEngine.Approval.Notifications;

/// <summary>Messages that were given up, oldest first; they stay until somebody decides.</summary>
/// <param name="Access">Who asks: an administrator.</param>
public sealed record DeadLetters(Access Access) : IRequest<IReadOnlyList<DeadLetter>>;

/// <summary>A message that was given up.</summary>
/// <param name="OutboxId">Its number.</param>
/// <param name="CaseId">Its case.</param>
/// <param name="Kind">Notification or ServiceCall.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="LastError">Why it failed last.</param>
/// <param name="CreatedAt">Instant (UTC).</param>
public sealed record DeadLetter(long OutboxId, Guid CaseId, string Kind, int Attempts, string? LastError, DateTimeOffset CreatedAt);

internal sealed class DeadLettersHandler(CaseDatabase database) : IRequestHandler<DeadLetters, IReadOnlyList<DeadLetter>>
{
    // Index (next_try_at): given up means due at infinity.
    private const string Find = """
        select outbox_id, case_id, kind, attempts, last_error, created_at from outbox
        where centre_id = $1 and next_try_at = 'infinity' order by outbox_id limit 1000
        """;

    public async Task<IReadOnlyList<DeadLetter>> Handle(DeadLetters query, CancellationToken cancellationToken)
    {
        query.Access.Require(Role.Administrator);
        return await database.ListAsync(
            Find,
            reader => new DeadLetter(
                reader.GetInt64(0), reader.GetGuid(1), reader.GetString(2), reader.GetInt32(3), CaseFields.Text(reader, 4), reader.GetFieldValue<DateTimeOffset>(5)),
            cancellationToken, Sql.Of(query.Access.CentreId));
    }
}
