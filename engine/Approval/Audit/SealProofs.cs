using ApprovalEngine.Approval.Cases;
using Npgsql;

namespace ApprovalEngine.Approval.Audit;

/// <summary>The way from each sealed row of one case to the root of its seal.</summary>
internal sealed class SealProofs
{
    private const string Numbers = "select distinct transaction_no from audit where centre_id = $1 and case_id = $2";

    private readonly Dictionary<int, IReadOnlyList<MerkleSibling>> paths = [];

    private SealProofs(IReadOnlyList<Seal> seals) => Seals = seals;

    /// <summary>The seals that cover rows of the case.</summary>
    public IReadOnlyList<Seal> Seals { get; }

    /// <summary>Those whose root the rows do not come to.</summary>
    public List<Seal> Broken { get; } = [];

    /// <summary>The way from a row, upwards; null when no seal covers it.</summary>
    public IReadOnlyList<MerkleSibling>? Of(int seq) => paths.GetValueOrDefault(seq);

    /// <summary>Computes them: of each seal the rows are read once.</summary>
    public static async Task<SealProofs> OfAsync(NpgsqlConnection connection, int centreId, Guid caseId, IReadOnlyList<Seal> seals, CancellationToken cancel)
    {
        var index = new SealIndex(seals);
        var places = new SortedSet<int>();
        await using (var command = new NpgsqlCommand(Numbers, connection) { Parameters = { Sql.Of(centreId), Sql.Of(caseId) } })
        await using (var reader = await command.ExecuteReaderAsync(cancel))
        {
            while (await reader.ReadAsync(cancel))
            {
                places.Add(index.Of(reader.GetInt64(0)));
            }
        }

        places.Remove(-1);
        var proofs = new SealProofs([.. places.Select(place => seals[place])]);
        foreach (var seal in proofs.Seals)
        {
            await proofs.AddAsync(connection, caseId, seal, cancel);
        }

        return proofs;
    }

    private async Task AddAsync(NpgsqlConnection connection, Guid caseId, Seal seal, CancellationToken cancel)
    {
        var leaves = new List<byte[]>();
        var ours = new List<(int Seq, int Leaf)>();
        var root = new MerkleRoot();
        void Take(Guid id, int seq, byte[] hash)
        {
            if (id == caseId)
            {
                ours.Add((seq, leaves.Count));
            }

            leaves.Add(hash);
            root.Add(hash);
        }

        await SealedRows.EachAsync(connection, seal.CentreId, seal.FromNo, seal.ToNo, Take, cancel);
        foreach (var (seq, leaf) in ours)
        {
            paths[seq] = MerklePath.Of(leaves, leaf);
        }

        if (root.Count != seal.Rows || !root.Value().AsSpan().SequenceEqual(seal.Root))
        {
            Broken.Add(seal);
        }
    }
}
