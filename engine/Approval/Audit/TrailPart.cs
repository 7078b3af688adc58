using System.Threading.Channels;
using ApprovalEngine.Approval.Cases;
using Npgsql;

namespace ApprovalEngine.Approval.Audit;

/// <summary>
/// Reads the trails of a stretch of cases beside where the cases stand, both in the order of ids, and hands the hashes on to whoever
/// computes the seals. Parts run side by side; memory stays bounded, since a part waits until its hashes are taken.
/// </summary>
internal sealed class TrailPart(TrailSnapshot snapshot, TrailRange range, SealIndex seals)
{

    /// <summary>Enough for a usual stretch, so that it need not wait for those before it.</summary>
    private const int MostWaiting = 32;

    // The row before each first row that was read. Primary key.
    private const string Unlinked = """
        select l.case_id, l.seq
        from unnest($2, $3, $4) l (case_id, seq, hash)
        left join audit a on a.centre_id = $1 and a.case_id = l.case_id and a.seq = l.seq - 1
        where a.hash is distinct from l.hash
        """;

    private readonly Channel<SealLeaves> leaves = System.Threading.Channels.Channel.CreateBounded<SealLeaves>(MostWaiting);
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
            var connection = await snapshot.BorrowAsync(cancel);
            using (var rows = new CopyRows(await connection.BeginRawBinaryCopyAsync(range.Rows, cancel), ChainWalk.Columns))
            {
                await WalkAsync(rows, range.Heads, cancel);
            }

            await CheckLinksAsync(connection, cancel);
            snapshot.GiveBack(connection);
            await leaves.Writer.WriteAsync(filling, cancel);
            leaves.Writer.Complete();
        }
        catch (Exception fault)
        {
            leaves.Writer.Complete(fault);
        }
    }

    private async Task WalkAsync(CopyRows rows, CaseHeads heads, CancellationToken cancel)
    {
        var walk = new ChainWalk(range.CentreId, range.SinceNo > 0, Find);
        var head = 0;
        for (var hasRow = rows.Next(); hasRow || head < heads.Count;)
        {
            var order = !hasRow ? -1 : head == heads.Count ? 1 : heads.Id(head).SequenceCompareTo(rows.Bytes(ChainWalk.Case));
            var id = new Guid(order <= 0 ? heads.Id(head) : rows.Bytes(ChainWalk.Case), bigEndian: true);
            walk.Begin(id);
            Cases++;
            for (; hasRow && order >= 0 && new Guid(rows.Bytes(ChainWalk.Case), bigEndian: true) == id; hasRow = rows.Next())
            {
                Take(walk, rows, id);
                if (filling.IsFull)
                {
                    await leaves.Writer.WriteAsync(filling, cancel);
                    filling = new();
                }
            }

            if (order > 0)
            {
                walk.EndWithoutCase();
            }
            else
            {
                walk.End(heads.Version(head), heads.Hash(head));
                head++;
            }
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
            var seq = reader.GetInt32(1);
            Find(new AuditFinding(range.CentreId, reader.GetGuid(0), null, seq, AuditFault.Swapped, $"row {seq} is not chained to row {seq - 1}"));
        }
    }

    private void Find(AuditFinding finding)
    {
        if (Findings.Count < AuditTally.MostFindings)
        {
            Findings.Add(finding);
        }
        else
        {
            Unlisted++;
        }
    }
}
