using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Jobs;
using Npgsql;

namespace ApprovalEngine.Approval.Audit;

/// <summary>
/// Reads trails in a stream, several ranges of cases at a time, and names each row that was changed, swapped, deleted or cut off; then the
/// seals against the rows, among themselves, and against the file outside the database.
/// </summary>
public sealed class AuditVerifier(NpgsqlDataSource database)
{
    private static readonly int RangesAtATime = Math.Min(Environment.ProcessorCount, 4) + 1;

    /// <summary>Verifies all trails and seals.</summary>
    /// <param name="centreId">One centre only; null for all.</param>
    /// <param name="progress">Told the number of rows read so far.</param>
    /// <param name="cancel">Stops the reading.</param>
    public Task<AuditReport> VerifyAsync(int? centreId, IProgress<long>? progress, CancellationToken cancel) =>
        AnswerAsync(new AuditQuestion(centreId), progress, cancel);

    /// <summary>Verifies what is asked for.</summary>
    /// <param name="question">What.</param>
    /// <param name="progress">Told the number of rows read so far.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="RuleBrokenException">There is no such seal to begin at.</exception>
    public async Task<AuditReport> AnswerAsync(AuditQuestion question, IProgress<long>? progress, CancellationToken cancel)
    {
        // Read before the snapshot is taken: what is written outside stood in the database before.
        var outside = question.OutsideFile is { } path ? await new SealFile(path).ReadAsync(cancel) : null;
        await using var snapshot = await TrailSnapshot.TakeAsync(database, cancel);
        var total = new AuditTally(progress);
        foreach (var centre in question.CentreId is { } one ? [one] : await CentreList.Read(database, cancel))
        {
            await VerifyCentreAsync(snapshot, centre, question.SinceSeal, outside, total, cancel);
        }

        return await total.ReportAsync(database, outside is not null, cancel);
    }

    private static async Task VerifyCentreAsync(
        TrailSnapshot snapshot, int centreId, int sinceSeal, IReadOnlyList<Seal>? outside, AuditTally total, CancellationToken cancel)
    {
        var connection = await snapshot.BorrowAsync(cancel);
        var before = sinceSeal > 0 ? await SealStore.RequireAsync(connection, centreId, sinceSeal, cancel) : null;
        var seals = await SealStore.AfterAsync(connection, centreId, sinceSeal, int.MaxValue, cancel);
        total.Seals += seals.Count;
        var rows = new SealSums(seals, seal => (seal.Rows, seal.Root));
        var ranges = before is null ? CaseHeads.RangesAsync(connection, centreId, cancel) : CaseHeads.SinceAsync(connection, centreId, before.ToNo, cancel);
        await foreach (var part in ranges.PartsAsync(snapshot, new SealIndex(seals), RangesAtATime, cancel))
        {
            await TakeAsync(part, rows, total, cancel);
        }

        total.Find(SealChain.Check(before, seals));
        foreach (var seal in rows.Broken())
        {
            total.Find(await SealLocator.FindAsync(connection, seal, cancel));
        }

        await CheckEventsAsync(connection, seals, total, cancel);
        var copies = outside?.Where(seal => seal.CentreId == centreId && seal.No > sinceSeal).ToList() ?? [];
        total.SealsOutside += copies.Count;
        total.Find(SealChain.Compare(copies, seals));
        snapshot.GiveBack(connection);
    }

    private static async Task TakeAsync(TrailPart part, SealSums rows, AuditTally total, CancellationToken cancel)
    {
        await foreach (var leaves in part.Leaves(cancel))
        {
            for (var leaf = 0; leaf < leaves.Count; leaf++)
            {
                rows.Add(leaves.Seal(leaf), leaves.Hash(leaf));
            }
        }

        total.Add(part);
    }

    private static async Task CheckEventsAsync(NpgsqlConnection connection, IReadOnlyList<Seal> seals, AuditTally total, CancellationToken cancel)
    {
        if (seals.Count == 0)
        {
            return;
        }

        var (sums, index) = (new SealSums(seals, seal => (seal.Events, seal.EventsRoot)), new SealIndex(seals));
        await foreach (var (trace, hash) in SealedRows.EventsAsync(connection, seals[0].CentreId, seals[0].FromNo, seals[^1].ToNo, cancel))
        {
            if (index.Of(trace.TransactionNo) is var seal and >= 0)
            {
                sums.Add(seal, hash);
            }
        }

        total.Find(sums.Broken().Select(seal => new AuditFinding(
            seal.CentreId, null, null, null, AuditFault.EventsChanged, $"the administrative events that seal {seal.No} covers are not those that it sealed", seal.No)));
    }
}
