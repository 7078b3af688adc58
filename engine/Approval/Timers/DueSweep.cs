using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Cases;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ApprovalEngine.Approval.Timers;

/// <summary>
/// Brings about what is due and that nobody's act has brought about: found by due moment, in groups that skip what another host has
/// under way, each through the same session as any act, so exactly once. Cost follows what is due, never what is open.
/// </summary>
public sealed class DueSweep(CaseDatabase database, CaseWorlds worlds, TimeProvider clock, ILogger<DueSweep> log)
{
    /// <summary>Cases a transaction: short enough that a person's act waits unnoticed.</summary>
    private const int GroupSize = 25;

    // Index (kind, due_at), primary key of cases. The case row is claimed too: a sweep brings about everything that is due in a case, timers and
    // alerts alike, so that two sweeps of different kinds would else wait for each other. A case that was dealt with in this sweep is not
    // taken again, so that one that fails cannot hold up the rest.
    private const string Claim = """
        select t.centre_id, t.case_id from timer t join cases c on c.centre_id = t.centre_id and c.case_id = t.case_id
        where t.kind = $1 and t.due_at <= $2 and t.case_id <> all($3)
        order by t.due_at
        limit $4
        for update of t, c skip locked
        """;

    // A row that the state does not know (any more) fires nothing and must not come up for ever.
    private const string DropStray = "delete from timer where centre_id = $1 and case_id = $2 and kind = 0 and due_at <= $3 and key <> all($4)";

    private const string Beat = """
        insert into heartbeat (name, at, detail) values ($1, $2, $3) on conflict (name) do update set at = excluded.at, detail = excluded.detail
        """;

    /// <summary>Sweeps once, until nothing that was due at the beginning is left.</summary>
    /// <param name="kind">What.</param>
    /// <param name="heartbeat">Name under which the sweep is seen to live.</param>
    /// <param name="cancel">Stops between two groups.</param>
    public async Task<SweepReport> RunAsync(DueKind kind, string heartbeat, CancellationToken cancel)
    {
        var until = AuditChain.Instant(clock.GetUtcNow());
        var seen = new HashSet<Guid>();
        var (moved, failed) = (0, 0);
        while (await GroupAsync(kind, until, seen, cancel) is var group && group.Cases > 0)
        {
            moved += group.Moved;
            failed += group.Failed;

            // After a downtime a sweep may take minutes: it is seen to live while it works.
            await BeatAsync(heartbeat, new SweepReport(seen.Count, moved, failed), cancel);
        }

        var report = new SweepReport(seen.Count, moved, failed);
        await BeatAsync(heartbeat, report, cancel);
        return report;
    }

    private async Task<SweepReport> GroupAsync(DueKind kind, DateTimeOffset until, HashSet<Guid> seen, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var claimed = await ClaimAsync(connection, kind, until, seen, cancel);
        var (moved, failed) = (0, 0);
        foreach (var (centreId, caseId) in claimed)
        {
            seen.Add(caseId);
            try
            {
                moved += await MoveAsync(connection, centreId, caseId, until, cancel) ? 1 : 0;
            }
            catch (Exception fault) when (fault is not NpgsqlException and not OperationCanceledException)
            {
                // One broken case must not hold up the others; nothing of it was written.
                log.LogError(fault, "Case {CaseId} could not be moved on though something is due; it is tried again at the next sweep.", caseId);
                failed++;
            }
        }

        await transaction.CommitAsync(cancel);
        return new SweepReport(claimed.Count, moved, failed);
    }

    private static async Task<List<(int CentreId, Guid CaseId)>> ClaimAsync(NpgsqlConnection connection, DueKind kind, DateTimeOffset until, HashSet<Guid> seen, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Claim, connection) { Parameters = { Sql.Of((short)kind), Sql.Of(until), Sql.Of(seen.ToArray()), Sql.Of(GroupSize) } };
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var claimed = new List<(int, Guid)>();
        while (await reader.ReadAsync(cancel))
        {
            claimed.Add((reader.GetInt32(0), reader.GetGuid(1)));
        }

        return [.. claimed.Distinct()];
    }

    private async Task<bool> MoveAsync(NpgsqlConnection connection, int centreId, Guid caseId, DateTimeOffset until, CancellationToken cancel)
    {
        var reading = await CaseReading.ReadAsync(connection, centreId, caseId, null, cancel);
        if (reading.Case is not { } row)
        {
            throw new InvalidOperationException($"A timer is armed for case {caseId}, which does not exist.");
        }

        var session = new CaseSession(await worlds.ForAsync(reading.Centre!, row), row, reading.RaisedAlerts, reading.ArmedAlertAt);
        session.CatchUp(until, isSweep: true);
        string[] armed = [.. session.Case.State.Timers.Select(timer => timer.Key)];
        var stray = Sql.Command(DropStray, Sql.Of(centreId), Sql.Of(caseId), Sql.Of(until), Sql.Of(armed));
        return await CaseCommit.TrySharedAsync(connection, session, [stray], cancel) && session.IsChanged;
    }

    private async Task BeatAsync(string name, SweepReport report, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        var detail = $"{report.Cases} cases due, {report.Moved} moved, {report.Failed} failed";
        await using var command = new NpgsqlCommand(Beat, connection) { Parameters = { Sql.Of(name), Sql.Of(clock.GetUtcNow()), Sql.Of(detail) } };
        await command.ExecuteNonQueryAsync(cancel);
    }
}
