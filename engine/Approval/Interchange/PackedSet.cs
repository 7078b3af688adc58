using System.IO.Compression;
using ApprovalEngine.Approval.Errors;

namespace ApprovalEngine.Approval.Interchange;

/// <summary>
/// A zipped set of definitions, unpacked in memory within limits. The sizes that an archive states are not believed: what comes out is
/// counted. Nothing is written to any folder, and names that would lead out of one are refused all the same.
/// </summary>
internal sealed class PackedSet
{
    /// <summary>Bytes of one unpacked file: as many as a definition may have, in any script.</summary>
    public const int MaxFileBytes = 15_000_000;

    private PackedSet(IReadOnlyList<UploadedFile> files, IReadOnlyList<string> ignored) => (Files, Ignored) = (files, ignored);

    /// <summary>The JSON files.</summary>
    public IReadOnlyList<UploadedFile> Files { get; }

    /// <summary>What else the set holds.</summary>
    public IReadOnlyList<string> Ignored { get; }

    /// <summary>Whether a file is an archive, by its content.</summary>
    public static bool IsOne(UploadedFile file) => file.Content.Span.StartsWith("PK\u0003\u0004"u8) || file.Content.Span.StartsWith("PK\u0005\u0006"u8);

    /// <summary>Unpacks it.</summary>
    /// <param name="file">The archive.</param>
    /// <param name="budget">What may still be unpacked.</param>
    /// <exception cref="RuleBrokenException">It is broken, or too large, or holds a name that leads elsewhere.</exception>
    public static PackedSet Open(UploadedFile file, UnpackBudget budget)
    {
        try
        {
            using var stream = new MemoryStream(file.Content.ToArray(), writable: false);
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            return Read(file.Name, archive, budget);
        }
        catch (InvalidDataException fault)
        {
            throw new RuleBrokenException("ArchiveBroken", $"The archive cannot be read: {fault.Message}", file.Name);
        }
    }

    private static PackedSet Read(string set, ZipArchive archive, UnpackBudget budget)
    {
        budget.TakeEntries(archive.Entries.Count, set);
        var (files, ignored) = (new List<UploadedFile>(), new List<string>());
        foreach (var entry in archive.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            var name = $"{set}: {entry.FullName}";
            RequireInside(name, entry.FullName);
            if (!entry.FullName.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal))
            {
                ignored.Add(name);
                continue;
            }

            files.Add(new UploadedFile(name, Unpack(name, entry, budget)));
        }

        return new PackedSet(files, ignored);
    }

    private static void RequireInside(string name, string path)
    {
        if (path.Contains('\\', StringComparison.Ordinal) || path.Contains(':', StringComparison.Ordinal) || path.StartsWith('/') || path.Split('/').Any(step => step is ".." or ".")
            || path.Any(char.IsControl))
        {
            throw new RuleBrokenException("ArchiveNameUnsafe", "The name leads out of the set; nothing of it was read.", name);
        }
    }

    private static byte[] Unpack(string name, ZipArchiveEntry entry, UnpackBudget budget)
    {
        if (entry.IsEncrypted)
        {
            throw new RuleBrokenException("ArchiveEncrypted", "The file is encrypted.", name);
        }

        using var unpacked = new MemoryStream();
        foreach (var part in budget.Parts(entry, name))
        {
            if (unpacked.Length + part.Count > MaxFileBytes)
            {
                throw new RuleBrokenException("ArchiveTooLarge", $"More than {MaxFileBytes} bytes in a file are not unpacked.", name);
            }

            unpacked.Write(part);
        }

        return unpacked.ToArray();
    }
}
