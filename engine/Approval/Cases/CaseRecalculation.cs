using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>
/// Reckons the open cases of a centre anew when its calendar has changed: due moments, timers and coming alerts move, the trail says so;
/// what was done stays done, and closed cases keep theirs. A run that was cut off goes on where it stopped when it is run again.
/// </summary>
public sealed class CaseRecalculation(CaseDatabase database, CaseWriter writer, ILogger<CaseRecalculation> log)
{
    private const int PageSize = 200;

    // Index ix_cases_open; a case that was reckoned bears the version.
    private const string Stale = """
        select case_id from cases where centre_id = $1 and status < 7 and calendar_version < $2 and case_id > $3 order by case_id limit $4
        """;

    // Not a change of the case: nothing in it moved.
    private const string Mark = "update cases set calendar_version = $2 where centre_id = $1 and case_id = any($3) and calendar_version < $2";

    /// <summary>Reckons all open cases that were last reckoned with an older calendar.</summary>
    /// <param name="centreId">The centre.</param>
    /// <param name="version">The version that counts now.</param>
    /// <param name="actor">In whose name.</param>
    /// <param name="cancel">Stops between two cases.</param>
    /// <returns>How many moved.</returns>
    public async Task<int> RunAsync(int centreId, int version, string actor, CancellationToken cancel)
    {
        var (moved, last) = (0, Guid.Empty);
        while (await PageAsync(centreId, version, last, cancel) is { Count: > 0 } page)
        {
            var reckoned = new List<Guid>(page.Count);
            foreach (var caseId in page)
            {
                try
                {
                    moved += await ReckonAsync(centreId, caseId, actor, cancel) ? 1 : 0;
                    reckoned.Add(caseId);
                }
                catch (Exception fault) when (fault is not NpgsqlException and not OperationCanceledException)
                {
                    // One broken case must not keep the others on the old calendar; it stays marked as not reckoned.
                    log.LogError(fault, "Case {CaseId} could not be reckoned with calendar version {Version}.", caseId, version);
                }
            }

            await MarkAsync(centreId, version, reckoned, cancel);
            last = page[^1];
        }

        return moved;
    }

    private async Task<bool> ReckonAsync(int centreId, Guid caseId, string actor, CancellationToken cancel)
    {
        var isMoved = false;
        await writer.RunAsync(
            new CaseAct
            {
                CentreId = centreId,
                CaseId = caseId,
                Do = (session, at) => isMoved = session.Case.IsOpen && session.Reckon(at, actor, new StepNote("CalendarChanged")
                {
                    Details = new JsonObject { ["calendar"] = session.World.Calendar.Version, ["dueBefore"] = session.Case.DueAt },
                }),
            },
            cancel);
        return isMoved;
    }

    private async Task<List<Guid>> PageAsync(int centreId, int version, Guid after, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(Stale, connection) { Parameters = { Sql.Of(centreId), Sql.Of(version), Sql.Of(after), Sql.Of(PageSize) } };
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var page = new List<Guid>();
        while (await reader.ReadAsync(cancel))
        {
            page.Add(reader.GetGuid(0));
        }

        return page;
    }

    private async Task MarkAsync(int centreId, int version, List<Guid> reckoned, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(Mark, connection) { Parameters = { Sql.Of(centreId), Sql.Of(version), Sql.Of(reckoned.ToArray()) } };
        await command.ExecuteNonQueryAsync(cancel);
    }
}
