using ApprovalEngine.Approval.Errors;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>Sends a session's statements as one batch: one round trip, one transaction.</summary>
internal static class CaseCommit
{
    private const string Savepoint = "savepoint step";
    private const string BackToSavepoint = "rollback to savepoint step";

    /// <summary>Writes; false when another act was faster (its trail row, or its idempotency key, stands already) and nothing was written.</summary>
    public static async Task<bool> TryAsync(NpgsqlConnection connection, CaseSession session, IdempotencyKey? key, string answer, CancellationToken cancel)
    {
        try
        {
            await SendAsync(connection, CaseStatements.Of(session, key, answer), cancel);
            return true;
        }
        catch (PostgresException fault) when (IsFaster(fault))
        {
            return false;
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new ConflictException("RequestInFlight", "The same request, or another act on this case, is still under way. Ask again in a moment.");
        }
    }

    /// <summary>Writes within a transaction that others' sessions share; false when another act was faster, the transaction goes on then.</summary>
    public static async Task<bool> TrySharedAsync(NpgsqlConnection connection, CaseSession session, IEnumerable<NpgsqlBatchCommand> more, CancellationToken cancel)
    {
        try
        {
            await SendAsync(connection, [Sql.Command(Savepoint), .. CaseStatements.Of(session, null, ""), .. more], cancel);
            return true;
        }
        catch (PostgresException fault) when (IsFaster(fault) || fault.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            await using var back = new NpgsqlCommand(BackToSavepoint, connection);
            await back.ExecuteNonQueryAsync(cancel);
            return false;
        }
    }

    private static async Task SendAsync(NpgsqlConnection connection, IEnumerable<NpgsqlBatchCommand> commands, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var command in commands)
        {
            batch.BatchCommands.Add(command);
        }

        await batch.PrepareAsync(cancel);
        await batch.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>
    /// The guard's key stands already. A deadlock is the same: a sweep holds the timer that the act wants to drop, and waits for the
    /// act's trail row.
    /// </summary>
    private static bool IsFaster(PostgresException fault) =>
        fault.SqlState == PostgresErrorCodes.DeadlockDetected || (fault.SqlState == PostgresErrorCodes.UniqueViolation && IsGuard(fault.TableName));

    /// <summary>Of a partitioned table the partition is named.</summary>
    private static bool IsGuard(string? table) => table is "idempotency_key" || table?.StartsWith("audit", StringComparison.Ordinal) == true;
}
