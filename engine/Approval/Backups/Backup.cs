using System.IO.Compression;
using System.Reflection;
using System.Text;
using System.Text.Json;
using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Jobs;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Audit;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ApprovalEngine.Approval.Backups;

/// <summary>
/// Writes the whole database into one archive, from one snapshot, while hosts go on working. The file appears under its name only when
/// it has been read again and found whole.
/// </summary>
public sealed class Backup(NpgsqlDataSource database, IDbContextFactory<ApprovalDbContext> contexts, EventLog events)
{
    private const string Before = "set transaction read only; set local statement_timeout = 0; set local datestyle = iso; set local intervalstyle = postgres";

    /// <summary>Writes an archive.</summary>
    /// <param name="target">Where to; an older file of that name is replaced by the verified new one.</param>
    /// <param name="progress">Told after each table, of writing and reading again.</param>
    /// <param name="cancel">Gives up; nothing is left behind.</param>
    public async Task<BackupManifest> WriteAsync(string target, IProgress<(int Done, int Of)> progress, CancellationToken cancel)
    {
        var manifest = await WholeFile.WriteAsync(target, async half =>
        {
            var written = await WriteSnapshotAsync(half, progress, cancel);
            await using var file = File.OpenRead(half);
            using var archive = await BackupArchive.OpenAsync(file, cancel);
            await archive.VerifyAsync(progress, cancel);
            return written;
        });
        await RecordAsync(manifest, cancel);
        return manifest;
    }

    private async Task<BackupManifest> WriteSnapshotAsync(string half, IProgress<(int Done, int Of)> progress, CancellationToken cancel)
    {
        // The archive holds personal data, password hashes and the keys of sign-ins.
        await using var file = PrivateFile.Create(half, FileMode.Create);
        BackupManifest manifest;
        await using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true) { Comment = new string('0', BackupArchive.SealLength) })
        {
            manifest = await CopyTablesAsync(zip, progress, cancel);
            await using var entry = await zip.CreateEntry(BackupArchive.ManifestName).OpenAsync(cancel);
            await JsonSerializer.SerializeAsync(entry, manifest, JsonSerializerOptions.Web, cancel);
        }

        var hash = await BackupArchive.HashAsync(file, cancel);
        await file.WriteAsync(Encoding.ASCII.GetBytes(hash), cancel);
        file.Flush(flushToDisk: true);
        return manifest;
    }

    private async Task<BackupManifest> CopyTablesAsync(ZipArchive zip, IProgress<(int Done, int Of)> progress, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
        await new NpgsqlCommand(Before, connection).ExecuteNonQueryAsync(cancel);
        var createdAt = await new NpgsqlCommand("select now()", connection).ExecuteScalarAsync(cancel);
        var tables = await BackupSchema.TablesAsync(connection, cancel);
        var written = new List<BackupTable>();
        foreach (var table in tables)
        {
            written.Add(await CopyAsync(zip, connection, table, cancel));
            progress.Report((written.Count, tables.Count));
        }

        return new BackupManifest
        {
            Format = BackupManifest.CurrentFormat,
            Product = ProductVersion(),
            Migrations = await MigrationsAsync(connection, cancel),
            CreatedAt = new DateTimeOffset((DateTime)createdAt!, TimeSpan.Zero),
            Tables = written,

            // Sequences stand outside snapshots: read after it, they are never behind its rows.
            Sequences = await BackupSchema.SequencesAsync(connection, cancel),
            Partitions = await BackupSchema.PartitionsAsync(connection, cancel),
        };
    }

    private static async Task<BackupTable> CopyAsync(ZipArchive zip, NpgsqlConnection connection, BackupTable table, CancellationToken cancel)
    {
        await using var entry = await zip.CreateEntry(BackupArchive.EntryOf(table.Name), CompressionLevel.Fastest).OpenAsync(cancel);
        await using var rows = new RowStream(entry);
        using var copy = await connection.BeginTextExportAsync(BackupSchema.Copy(table, "to stdout"), cancel);
        await ((StreamReader)(TextReader)copy).BaseStream.CopyToAsync(rows, cancel);
        return table with { Rows = rows.Rows, Sha256 = rows.Sha256() };
    }

    private async Task<IReadOnlyList<string>> MigrationsAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        context.Database.SetDbConnection(connection);
        return [.. await context.Database.GetAppliedMigrationsAsync(cancel)];
    }

    private async Task RecordAsync(BackupManifest manifest, CancellationToken cancel)
    {
        foreach (var centre in await CentreList.Read(database, cancel))
        {
            await events.RecordAsync(centre, Actors.CommandLine, EventAct.BackupMade, "database", new { manifest.CreatedAt, manifest.Rows }, cancel);
        }
    }

    private static string ProductVersion() =>
        typeof(Backup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
