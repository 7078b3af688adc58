using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Contracts.Tasks;
using ApprovalEngine.Workflow.Runtime;
using Npgsql;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>Looks up how a task ended.</summary>
public sealed class ClosedTasks(CaseDatabase database)
{
    private const string One = """
        select task_end, outcome, closed_by, on_behalf_of, closed_at from task_closed where centre_id = $1 and case_id = $2 and task_no = $3
        order by closed_seq desc limit 1
        """;

    /// <summary>How a task ended; null while it is open, or when there is none.</summary>
    public async Task<TaskEnded?> FindAsync(int centreId, Guid caseId, int taskNo, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(One, connection) { Parameters = { Sql.Of(centreId), Sql.Of(caseId), Sql.Of(taskNo) } };
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel)
            ? new TaskEnded(
                ((TaskEnd)reader.GetInt16(0)).ToString(), CaseFields.Text(reader, 1), CaseFields.Text(reader, 2) ?? "", CaseFields.Text(reader, 3),
                reader.GetFieldValue<DateTimeOffset>(4))
            : null;
    }
}
