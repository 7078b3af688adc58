using System.Collections.Concurrent;
using ApprovalEngine.Approval.Errors;
using Microsoft.Extensions.Logging;

namespace ApprovalEngine.Approval.Cases;

/// <summary>
/// Reckons the open cases of a centre anew when its calendar has changed: due moments, timers and coming alerts move, the trail says so;
/// what was done stays done, and closed cases keep theirs. A run that was cut off goes on where it stopped when it is run again, and one that
/// left cases behind takes them up again.
/// </summary>
public sealed class CaseRecalculation(CaseDatabase database, CaseWriter writer, TimeProvider clock, ILogger<CaseRecalculation> log)
{
    private const int BatchSize = 100;

    // Index ix_cases_open; a case that was reckoned bears the version.
    private const string Stale = "select case_id from cases where centre_id = $1 and status < 7 and calendar_version < $2 order by case_id";

    // Not a change of the case: nothing in it moved.
    private const string Mark = "update cases set calendar_version = $2 where centre_id = $1 and case_id = any($3) and calendar_version < $2";

    private const string Pass = """
        update calendar_pass set passed = passed + $3, moved = moved + $4, failed = $5, finished_at = $6
        where centre_id = $1 and version <= $2 and finished_at is null
        """;

    private const string Open = "select centre_id, max(version) from calendar_pass where finished_at is null group by centre_id";

    /// <summary>Goes over the open cases of every centre that published a calendar which has not passed all of them yet.</summary>
    /// <returns>How many cases moved.</returns>
    public async Task<int> RunAllAsync(CancellationToken cancel)
    {
        var moved = 0;
        foreach (var (centreId, version) in await database.ListAsync(Open, reader => (reader.GetInt32(0), reader.GetInt32(1)), cancel))
        {
            moved += await RunAsync(centreId, version, cancel);
        }

        return moved;
    }

    /// <summary>How many open cases have not been reckoned with a version yet.</summary>
    public async Task<int> CountAsync(int centreId, int version, CancellationToken cancel) => (await StaleAsync(centreId, version, cancel)).Count;

    /// <summary>Reckons all open cases that were last reckoned with an older calendar.</summary>
    /// <param name="centreId">The centre.</param>
    /// <param name="version">The version that counts now.</param>
    /// <param name="cancel">Stops between two batches.</param>
    /// <returns>How many moved.</returns>
    public async Task<int> RunAsync(int centreId, int version, CancellationToken cancel)
    {
        var (all, failed) = (0, new HashSet<Guid>());

        // Looked again until a look finds nothing new: a case that was taken in meanwhile may have been promised by the old calendar.
        while ((await StaleAsync(centreId, version, cancel)).Where(caseId => !failed.Contains(caseId)).ToList() is { Count: > 0 } stale)
        {
            foreach (var batch in stale.Chunk(BatchSize))
            {
                cancel.ThrowIfCancellationRequested();
                var (moved, reckoned) = await BatchAsync(centreId, version, batch);
                failed.UnionWith(batch.Except(reckoned));
                all += moved;
                await TellAsync(reckoned.Count, moved, null);
            }
        }

        // With cases left behind the pass stays open: the next tick tries them again.
        await TellAsync(0, 0, failed.Count == 0 ? clock.GetUtcNow() : null);
        return all;

        Task TellAsync(int passed, int movedNow, DateTimeOffset? finishedAt) => database.ExecuteAsync(
            Pass, cancel, Sql.Of(centreId), Sql.Of(version), Sql.Of(passed), Sql.Of(movedNow), Sql.Of(failed.Count), Sql.Nullable(finishedAt));
    }

    private async Task<(int Moved, List<Guid> Reckoned)> BatchAsync(int centreId, int version, Guid[] batch)
    {
        var moves = new ConcurrentDictionary<Guid, bool>();
        var answers = writer.RunAll(batch.Select(caseId => Reckoning(centreId, caseId, moves)), CancellationToken.None);
        var reckoned = new List<Guid>(batch.Length);
        foreach (var (caseId, answer) in batch.Zip(answers))
        {
            try
            {
                await answer;
                reckoned.Add(caseId);
            }
            catch (Exception fault) when (fault is not OperationCanceledException && !fault.IsCut())
            {
                // One broken case must not keep the others on the old calendar; the next act on it reckons it first.
                log.LogError(fault, "Case {CaseId} could not be reckoned with calendar version {Version}.", caseId, version);
            }
        }

        await database.ExecuteAsync(Mark, CancellationToken.None, Sql.Of(centreId), Sql.Of(version), Sql.Of(reckoned.ToArray()));
        return (moves.Values.Count(isMoved => isMoved), reckoned);
    }

    /// <summary>An act that does nothing but what comes before every act.</summary>
    private static CaseAct Reckoning(int centreId, Guid caseId, ConcurrentDictionary<Guid, bool> moves) => new()
    {
        CentreId = centreId,
        CaseId = caseId,
        Do = (session, _) => moves[caseId] = session.CalendarMove is { IsEmpty: false },
    };

    private Task<List<Guid>> StaleAsync(int centreId, int version, CancellationToken cancel) =>
        database.ListAsync(Stale, reader => reader.GetGuid(0), cancel, Sql.Of(centreId), Sql.Of(version));
}
