using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Contracts.Tasks;
using ApprovalEngine.Workflow.Runtime;
using Npgsql;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>Looks up how a task ended, for those whom it concerned or who see its case.</summary>
public sealed class ClosedTasks(CaseDatabase database, OrgDirectory directories, CaseSight sight)
{
    private const string One = """
        select task_end, outcome, closed_by, on_behalf_of, closed_at, role, unit_id, post, array_remove(array[assignee, owner, offered_user], null)
        from task_closed where centre_id = $1 and case_id = $2 and task_no = $3
        order by closed_seq desc limit 1
        """;

    /// <summary>How a task ended; null while it is open, or when there is none.</summary>
    /// <exception cref="Errors.ForbiddenException">It was never for the person, and they do not see the case.</exception>
    public async Task<TaskEnded?> FindAsync(Access access, Guid caseId, int taskNo, CancellationToken cancel)
    {
        if (await ReadAsync(access.CentreId, caseId, taskNo, cancel) is not { } closed)
        {
            return null;
        }

        // Whoever was slower than a colleague often has nothing else in the case any more.
        if (!closed.WasFor(access, await directories.Of(access.CentreId, cancel)))
        {
            await sight.RequireAsync(access, caseId, cancel);
        }

        return closed.End;
    }

    private async Task<Closed?> ReadAsync(int centreId, Guid caseId, int taskNo, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(One, connection) { Parameters = { Sql.Of(centreId), Sql.Of(caseId), Sql.Of(taskNo) } };
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel)
            ? new Closed(
                new TaskEnded(
                    ((TaskEnd)reader.GetInt16(0)).ToString(), CaseFields.Text(reader, 1), CaseFields.Text(reader, 2) ?? "", CaseFields.Text(reader, 3),
                    reader.GetFieldValue<DateTimeOffset>(4)),
                reader.GetString(5), reader.GetInt32(6), CaseFields.Text(reader, 7), reader.GetFieldValue<string[]>(8))
            : null;
    }

    private sealed record Closed(TaskEnded End, string Role, int UnitId, string? Post, string[] People)
    {
        /// <summary>Whether it was the person's by name, or on offer to what they, or somebody for whom they stand in, hold.</summary>
        public bool WasFor(Access access, CentreDirectory directory)
        {
            var unit = directory.Unit(UnitId);
            return People.Contains(access.UserName)
                || (Enum.TryParse<Role>(Role, out var role) && access.Reaches(role, unit) && (Post is not { } post || access.Holds(post, unit) || access.Deputyships.Any(one => one.Holds(post, unit))));
        }
    }
}
