namespace ApprovalEngine.Approval.Audit;

/// <summary>
/// The seals outside the database: a file to which lines are only ever added, beside or far from the data. Whoever rewrites the
/// database would have to rewrite it too, wherever copies of it are kept.
/// </summary>
/// <param name="path">Where it is.</param>
public sealed class SealFile(string path)
{
    private const int Block = 1000;

    // What was read of it: the file is only ever added to, so a service that catches up every minute reads what is new.
    private readonly Dictionary<int, Seal> lasts = [];
    private long readTo;

    /// <summary>The seals in the file; null when there is no file.</summary>
    public async Task<IReadOnlyList<Seal>?> ReadAsync(CancellationToken cancel)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var seals = new List<Seal>();
        await foreach (var line in File.ReadLinesAsync(path, cancel))
        {
            if (SealLine.Read(line) is { } seal)
            {
                seals.Add(seal);
            }
        }

        return seals;
    }

    /// <summary>Adds what the file does not hold yet.</summary>
    /// <returns>How many seals were added.</returns>
    /// <exception cref="SealFileDiffersException">The database no longer continues the file for a centre. Nothing is written for that centre: the file is the evidence.</exception>
    public async Task<int> CatchUpAsync(SealStore store, IEnumerable<int> centres, CancellationToken cancel)
    {
        await ReadOnAsync(cancel);
        var (added, differs) = (0, (SealFileDiffersException?)null);
        foreach (var centre in centres)
        {
            var last = lasts.GetValueOrDefault(centre);
            if (last is not null && !await IsContinuedAsync(store, last, cancel))
            {
                // One centre's evidence is no reason to leave the others without theirs.
                differs ??= new SealFileDiffersException(path, centre, last.No);
                continue;
            }

            for (var from = last?.No ?? 0; await store.AfterAsync(centre, from, Block, cancel) is { Count: > 0 } next; from = next[^1].No)
            {
                await AppendAsync(next, cancel);
                added += next.Count;
            }
        }

        return differs is null ? added : throw differs;
    }

    private async Task ReadOnAsync(CancellationToken cancel)
    {
        await using var file = File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite) : null;
        if (file is null || file.Length < readTo)
        {
            lasts.Clear();
            readTo = 0;
        }

        if (file is null)
        {
            return;
        }

        file.Seek(readTo, SeekOrigin.Begin);
        using var reader = new StreamReader(file);
        var rest = "";
        while (await reader.ReadLineAsync(cancel) is { } line)
        {
            if (SealLine.Read(line) is { } seal)
            {
                lasts[seal.CentreId] = seal;
            }

            rest = line;
        }

        // A line that another host is writing is read again as a whole.
        readTo = file.Length > 0 && LastByte(file) != '\n' ? file.Length - System.Text.Encoding.UTF8.GetByteCount(rest) : file.Length;
    }

    private static async Task<bool> IsContinuedAsync(SealStore store, Seal last, CancellationToken cancel) =>
        await store.AfterAsync(last.CentreId, last.No - 1, 1, cancel) is [var same] && same.Hash.AsSpan().SequenceEqual(last.Hash);

    private async Task AppendAsync(IReadOnlyList<Seal> seals, CancellationToken cancel)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        // Two hosts of one machine may share the file: the other waits for its next minute.
        await using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var isTorn = file.Length > 0 && LastByte(file) != '\n';
        file.Seek(0, SeekOrigin.End);
        await using (var writer = new StreamWriter(file, leaveOpen: true) { NewLine = "\n" })
        {
            await writer.WriteAsync((isTorn ? "\n" : "").AsMemory(), cancel);
            foreach (var seal in seals)
            {
                await writer.WriteLineAsync(SealLine.Write(seal).AsMemory(), cancel);
            }
        }

        file.Flush(flushToDisk: true);
    }

    private static int LastByte(FileStream file)
    {
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte();
    }
}

/// <summary>The seals in the database are not those that were written outside it.</summary>
/// <param name="path">The file.</param>
/// <param name="centreId">The centre.</param>
/// <param name="sealNo">The last seal in it, which the database does not hold as it was.</param>
public sealed class SealFileDiffersException(string path, int centreId, int sealNo)
    : Exception($"Seal {sealNo} of {path} does not stand in the database as it was written; run `approval audit verify`.")
{
    /// <summary>The centre.</summary>
    public int CentreId => centreId;

    /// <summary>The seal.</summary>
    public int SealNo => sealNo;
}
