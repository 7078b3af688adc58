using ApprovalEngine.Approval.Errors;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>How a try to write ended.</summary>
internal enum CommitEnd
{
    /// <summary>Everything stands.</summary>
    Written,

    /// <summary>Another act was faster: its trail row, or its idempotency key, stands already; nothing was written.</summary>
    Overtaken,

    /// <summary>Somebody else holds what is needed; nothing was written.</summary>
    Blocked,
}

/// <summary>Sends the statements of steps as one batch: one round trip, one transaction. The lane waits in place (<see cref="CaseQueue"/>).</summary>
internal static class CaseCommit
{
    public static CommitEnd Try(NpgsqlConnection connection, IEnumerable<WrittenStep> steps)
    {
        try
        {
            using var batch = new NpgsqlBatch(connection);
            foreach (var command in CaseStatements.Of(steps))
            {
                batch.BatchCommands.Add(command);
            }

            CutConnections.Told(connection, () =>
            {
                batch.Prepare();
                return batch.ExecuteNonQuery();
            });
            return CommitEnd.Written;
        }
        catch (PostgresException fault) when (IsOvertaken(fault))
        {
            return CommitEnd.Overtaken;
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return CommitEnd.Blocked;
        }
    }

    /// <summary>Whether a fault is the step's own, and nothing was written: the server says so, or the database was not asked. A connection that is cut says nothing.</summary>
    public static bool IsOfStep(Exception fault) => !fault.IsOfDatabase() || fault is PostgresException { InvariantSeverity: "ERROR" };

    /// <summary>The guard's key stands already. A deadlock with whoever takes rows in another order (an administrator's statement) is tried again likewise.</summary>
    private static bool IsOvertaken(PostgresException fault) =>
        fault.SqlState == PostgresErrorCodes.DeadlockDetected || (fault.SqlState == PostgresErrorCodes.UniqueViolation && IsGuard(fault.TableName));

    /// <summary>Of a partitioned table the partition is named.</summary>
    private static bool IsGuard(string? table) => table is "idempotency_key" || table?.StartsWith("audit", StringComparison.Ordinal) == true;
}
