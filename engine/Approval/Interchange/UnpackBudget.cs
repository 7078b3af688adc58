using System.IO.Compression;
using ApprovalEngine.Approval.Errors;

namespace ApprovalEngine.Approval.Interchange;

/// <summary>What one request may still have unpacked, over all its archives. The sizes that an archive states are not believed: what comes out is counted.</summary>
internal sealed class UnpackBudget
{
    /// <summary>Entries of all archives together.</summary>
    public const int MaxEntries = 1_000;

    /// <summary>Bytes of all unpacked files together.</summary>
    public const int MaxBytes = 60_000_000;

    private readonly byte[] part = new byte[64 * 1024];
    private int entries = MaxEntries;
    private int bytes = MaxBytes;

    /// <summary>Counts what an archive comes to that somebody else will unpack.</summary>
    /// <exception cref="InvalidDataException">It is broken.</exception>
    /// <exception cref="RuleBrokenException">Too much comes out.</exception>
    public static void Require(UploadedFile file)
    {
        var budget = new UnpackBudget();
        using var stream = new MemoryStream(file.Content.ToArray(), writable: false);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
        budget.TakeEntries(archive.Entries.Count, file.Name);
        foreach (var entry in archive.Entries)
        {
            _ = budget.Parts(entry, file.Name).Count();
        }
    }

    /// <summary>Takes an archive's entries.</summary>
    /// <param name="count">How many.</param>
    /// <param name="name">The archive, for the refusal.</param>
    /// <exception cref="RuleBrokenException">There are more than may still come.</exception>
    public void TakeEntries(int count, string name)
    {
        if (count > entries)
        {
            throw new RuleBrokenException("ArchiveTooLarge", $"At most {MaxEntries} entries are read.", name);
        }

        entries -= count;
    }

    /// <summary>An entry unpacked part by part, each good until the next.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="name">How a refusal calls it.</param>
    /// <exception cref="RuleBrokenException">More comes out than may still come.</exception>
    public IEnumerable<ArraySegment<byte>> Parts(ZipArchiveEntry entry, string name)
    {
        using var content = entry.Open();
        for (int count; (count = content.Read(part)) > 0;)
        {
            if (count > bytes)
            {
                throw new RuleBrokenException("ArchiveTooLarge", $"More than {MaxBytes} bytes are not unpacked.", name);
            }

            bytes -= count;
            yield return new ArraySegment<byte>(part, 0, count);
        }
    }
}
