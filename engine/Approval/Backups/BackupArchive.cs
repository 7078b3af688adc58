using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ApprovalEngine.Approval.Backups;

/// <summary>
/// A backup as one file: a ZIP archive that any tool opens, with an entry a table and a manifest. Its comment, the last bytes of the
/// file, is the SHA-256 of everything before it, so that no byte can change or be missing unseen.
/// </summary>
public sealed class BackupArchive : IDisposable
{
    internal const int SealLength = 2 * SHA256.HashSizeInBytes;
    internal const string ManifestName = "manifest.json";
    private readonly ZipArchive zip;

    private BackupArchive(ZipArchive zip, BackupManifest manifest) => (this.zip, Manifest) = (zip, manifest);

    /// <summary>What it says about itself.</summary>
    public BackupManifest Manifest { get; }

    /// <summary>Opens an archive after its bytes have been checked; the tables are not yet looked into.</summary>
    /// <exception cref="BadArchiveException">It cannot be used.</exception>
    public static async Task<BackupArchive> OpenAsync(Stream file, CancellationToken cancel)
    {
        await CheckSealAsync(file, cancel);
        try
        {
            var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: false);
            await using var text = (zip.GetEntry(ManifestName) ?? throw new BadArchiveException("It has no manifest: this is not a backup of ApprovalEngine.")).Open();
            var manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(text, JsonSerializerOptions.Web, cancel);
            return manifest is { Format: BackupManifest.CurrentFormat }
                ? new BackupArchive(zip, manifest)
                : throw new BadArchiveException($"It is of form {manifest?.Format}, this version reads form {BackupManifest.CurrentFormat}.");
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException)
        {
            throw new BadArchiveException($"It is not a backup of ApprovalEngine: {fault.Message}");
        }
    }

    /// <summary>Reads every table and compares it with the manifest.</summary>
    /// <exception cref="BadArchiveException">A table is not as it was written.</exception>
    public async Task VerifyAsync(IProgress<(int Done, int Of)> progress, CancellationToken cancel)
    {
        for (var i = 0; i < Manifest.Tables.Count; i++)
        {
            await CopyAsync(Manifest.Tables[i], Stream.Null, cancel);
            progress.Report((i + 1, Manifest.Tables.Count));
        }
    }

    /// <summary>Hands a table's rows on in PostgreSQL's text form, and compares them with the manifest.</summary>
    /// <exception cref="BadArchiveException">The table is not as it was written.</exception>
    internal async Task CopyAsync(BackupTable table, Stream to, CancellationToken cancel)
    {
        var entry = zip.GetEntry(EntryOf(table.Name)) ?? throw new BadArchiveException($"The rows of {table.Name} are missing.");
        await using var rows = new RowStream(to);
        try
        {
            await using var from = await entry.OpenAsync(cancel);
            await from.CopyToAsync(rows, cancel);
        }
        catch (InvalidDataException fault)
        {
            throw new BadArchiveException($"The rows of {table.Name} cannot be unpacked: {fault.Message}");
        }

        if (rows.Rows != table.Rows || rows.Sha256() != table.Sha256)
        {
            throw new BadArchiveException($"The rows of {table.Name} are not those of the manifest ({rows.Rows} of {table.Rows} rows).");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => zip.Dispose();

    internal static string EntryOf(string table) => $"tables/{table}.copy";

    /// <summary>The hash of everything before the seal.</summary>
    internal static async Task<string> HashAsync(Stream file, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 20];
        file.Position = 0;
        for (var left = file.Length - SealLength; left > 0;)
        {
            var read = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), cancel);
            hash.AppendData(buffer, 0, read > 0 ? read : throw new BadArchiveException("It became shorter while it was read."));
            left -= read;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task CheckSealAsync(Stream file, CancellationToken cancel)
    {
        if (file.Length <= SealLength)
        {
            throw new BadArchiveException("It is too short to be a backup.");
        }

        var hash = await HashAsync(file, cancel);
        var seal = new byte[SealLength];
        await file.ReadExactlyAsync(seal, cancel);
        if (Encoding.ASCII.GetString(seal) != hash)
        {
            throw new BadArchiveException("Its checksum does not fit: it is cut off, changed, or not a backup of ApprovalEngine.");
        }
    }
}
