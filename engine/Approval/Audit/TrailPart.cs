using System.Threading.Channels;
using ApprovalEngine.Approval.Cases;
using Npgsql;

namespace ApprovalEngine.Approval.Audit;

/// <summary>
/// Reads the trails of a range of cases beside the cases' own rows, both in the order of their keys, and hands the hashes on to whoever
/// computes the seals. Parts run side by side; memory stays bounded, since a part waits until its hashes are taken.
/// </summary>
internal sealed class TrailPart(TrailSnapshot snapshot, TrailRange range, SealIndex seals)
{
    private const int MostFindings = 10_000;

    // The row before each first row that was read. Primary key.
    private const string Unlinked = """
        select l.case_id, c.case_no, l.seq
        from unnest($2, $3, $4) l (case_id, seq, hash)
        left join audit a on a.centre_id = $1 and a.case_id = l.case_id and a.seq = l.seq - 1
        left join cases c on c.centre_id = $1 and c.case_id = l.case_id
        where a.hash is distinct from l.hash
        """;

    private readonly Channel<SealLeaves> leaves = System.Threading.Channels.Channel.CreateBounded<SealLeaves>(4);
    private readonly List<(Guid Case, int Seq, byte[] Previous)> links = [];
    private SealLeaves filling = new();

    public List<AuditFinding> Findings { get; } = [];

    public long Unlisted { get; private set; }

    public long Cases { get; private set; }

    public long Rows { get; private set; }

    public long UnsealedRows { get; private set; }

    /// <summary>Ends with the reading, whatever comes of it.</summary>
    public Task Done { get; private set; } = Task.CompletedTask;

    /// <summary>The hashes by seal, in order of case and row.</summary>
    public IAsyncEnumerable<SealLeaves> Leaves(CancellationToken cancel) => leaves.Reader.ReadAllAsync(cancel);

    /// <summary>Begins reading. A fault ends the leaves and comes to whoever takes them.</summary>
    public TrailPart Start(CancellationToken cancel)
    {
        Done = Task.Run(() => RunAsync(cancel), CancellationToken.None);
        return this;
    }

    private async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            var (first, second) = (await snapshot.BorrowAsync(cancel), await snapshot.BorrowAsync(cancel));
            using (var rows = new CopyRows(await first.BeginRawBinaryCopyAsync(range.Rows, cancel), ChainWalk.Columns))
            using (var cases = new CopyRows(await second.BeginRawBinaryCopyAsync(range.Cases, cancel), 4))
            {
                await WalkAsync(rows, cases, cancel);
            }

            await CheckLinksAsync(first, cancel);
            snapshot.GiveBack(first);
            snapshot.GiveBack(second);
            await leaves.Writer.WriteAsync(filling, cancel);
            leaves.Writer.Complete();
        }
        catch (Exception fault)
        {
            leaves.Writer.Complete(fault);
        }
    }

    private async Task WalkAsync(CopyRows rows, CopyRows cases, CancellationToken cancel)
    {
        var walk = new ChainWalk(range.CentreId, range.SinceNo > 0, Find);
        var (hasRow, hasCase) = (rows.Next(), cases.Next());
        while (hasRow || hasCase)
        {
            var order = !hasRow ? -1 : !hasCase ? 1 : cases.Bytes(0).SequenceCompareTo(rows.Bytes(ChainWalk.Case));
            var id = new Guid(order <= 0 ? cases.Bytes(0) : rows.Bytes(ChainWalk.Case), bigEndian: true);
            walk.Begin(id, order <= 0 ? System.Text.Encoding.UTF8.GetString(cases.Bytes(3)) : null);
            Cases++;
            while (hasRow && order >= 0 && new Guid(rows.Bytes(ChainWalk.Case), bigEndian: true) == id)
            {
                Take(walk, rows, id);
                if (filling.IsFull)
                {
                    await leaves.Writer.WriteAsync(filling, cancel);
                    filling = new();
                }

                hasRow = rows.Next();
            }

            if (order > 0)
            {
                walk.EndWithoutCase();
                continue;
            }

            walk.End(cases.Int(1), cases.Bytes(2));
            hasCase = cases.Next();
        }
    }

    private void Take(ChainWalk walk, CopyRows row, Guid id)
    {
        Rows++;
        if (!walk.Next(row))
        {
            links.Add((id, row.Int(ChainWalk.Seq), row.Bytes(ChainWalk.Previous).ToArray()));
        }

        if (seals.Of(row.Long(ChainWalk.TransactionNo)) is var seal and >= 0)
        {
            filling.Add(seal, row.Bytes(ChainWalk.Hash));
        }
        else
        {
            UnsealedRows++;
        }
    }

    private async Task CheckLinksAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        if (links.Count == 0)
        {
            return;
        }

        await using var command = new NpgsqlCommand(Unlinked, connection) { CommandTimeout = 0 };
        command.Parameters.Add(Sql.Of(range.CentreId));
        command.Parameters.Add(Sql.Of([.. links.Select(link => link.Case)]));
        command.Parameters.Add(Sql.Of([.. links.Select(link => link.Seq)]));
        command.Parameters.Add(new() { Value = links.Select(link => link.Previous).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var seq = reader.GetInt32(2);
            Find(new AuditFinding(
                range.CentreId, reader.GetGuid(0), CaseFields.Text(reader, 1), seq, AuditFault.Swapped, $"row {seq} is not chained to row {seq - 1}"));
        }
    }

    private void Find(AuditFinding finding)
    {
        if (Findings.Count < MostFindings)
        {
            Findings.Add(finding);
        }
        else
        {
            Unlisted++;
        }
    }
}
