using System.Collections.Concurrent;
using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Jobs;
using ApprovalEngine.Approval.Persistence;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ApprovalEngine.Approval.Timers;

/// <summary>
/// Brings about what is due and that nobody's act has brought about: found by due moment, in groups that skip what another host has
/// under way, each through the same writer as any act, so exactly once. Cost follows what is due, never what is open.
/// </summary>
public sealed class DueSweep(CaseDatabase database, CaseWriter writer, TimeProvider clock, ILogger<DueSweep> log)
{
    /// <summary>Cases a group: as many as the writer takes into one transaction.</summary>
    private const int GroupSize = 100;

    // Index (kind, due_at). What another host's sweep has under way is skipped by an advisory lock that is kept until the group is done. The rows
    // themselves stay free: a person's act may need them, and a sweep that held them while it waits for that act's trail row would never end.
    // The inner query keeps its order, so locks are tried one by one in due order until there are enough.
    private const string Claim = """
        select centre_id, case_id from (
            select centre_id, case_id from timer where kind = $1 and due_at <= $2 and case_id <> all($3) order by due_at offset 0) due
        where pg_try_advisory_xact_lock(hashtextextended(case_id::text, centre_id))
        limit $4
        """;

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
        var unmoved = new HashSet<Guid>();
        var report = new SweepReport(0, 0, 0);
        while (await GroupAsync(kind, until, unmoved, cancel) is { Cases: > 0 } group)
        {
            report = new SweepReport(report.Cases + group.Cases, report.Moved + group.Moved, report.Failed + group.Failed);

            // After a downtime a sweep may take minutes: it is seen to live while it works.
            await BeatAsync(heartbeat, report, cancel);
        }

        await BeatAsync(heartbeat, report, cancel);
        return report;
    }

    private async Task<SweepReport> GroupAsync(DueKind kind, DateTimeOffset until, HashSet<Guid> unmoved, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var claimed = await ClaimAsync(connection, kind, until, unmoved, cancel);
        var moved = new ConcurrentDictionary<Guid, bool>();
        var answers = writer.RunAll(claimed.Select(one => Sweep(one.CentreId, one.CaseId, until, moved)), cancel);
        var failed = 0;
        foreach (var ((_, caseId), answer) in claimed.Zip(answers))
        {
            try
            {
                await answer;
            }
            catch (Exception fault) when (fault is not OperationCanceledException && !fault.IsCut())
            {
                // One broken case must not hold up the others; nothing of it was written.
                log.LogError(fault, "Case {CaseId} could not be moved on though something is due; it is tried again at the next sweep.", caseId);
                moved[caseId] = false;
                failed++;
            }
        }

        // A case that did not move must not come up again in this sweep: it would hold up the rest.
        unmoved.UnionWith(claimed.Select(one => one.CaseId).Where(caseId => !moved.GetValueOrDefault(caseId)));
        await transaction.CommitAsync(cancel);
        return new SweepReport(claimed.Count, moved.Values.Count(isMoved => isMoved), failed);
    }

    private static CaseAct Sweep(int centreId, Guid caseId, DateTimeOffset until, ConcurrentDictionary<Guid, bool> moved) => new()
    {
        CentreId = centreId,
        CaseId = caseId,
        At = until,
        IsSweep = true,
        Do = (session, _) =>
        {
            // Run again after a conflict, it may find that somebody's act has done it.
            moved[caseId] = session.IsChanged;
            if (!session.IsChanged)
            {
                session.Changes.More.AddRange(TimerStatements.Mended(session, until));
            }
        },
    };

    private static async Task<List<(int CentreId, Guid CaseId)>> ClaimAsync(NpgsqlConnection connection, DueKind kind, DateTimeOffset until, HashSet<Guid> unmoved, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Claim, connection) { Parameters = { Sql.Of((short)kind), Sql.Of(until), Sql.Of(unmoved.ToArray()), Sql.Of(GroupSize) } };
        var claimed = await command.ListAsync(reader => (reader.GetInt32(0), reader.GetGuid(1)), cancel);
        return [.. claimed.Distinct()];
    }

    private async Task BeatAsync(string name, SweepReport report, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(Beat, connection) { Parameters = { Sql.Of(name), Sql.Of(clock.GetUtcNow()), Sql.Of(JobReports.Write(new(report.Counts))) } };
        await command.ExecuteNonQueryAsync(cancel);
    }
}
