using System.Globalization;
using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Jobs;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Approval.Statistics;
using ApprovalEngine.Contracts.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace ApprovalEngine.Approval.Backups;

/// <summary>
/// Fills an empty database from an archive: first the schema the archive was written with, then all rows in one transaction, then the
/// newest schema. Interrupted, it leaves a database that is still empty; it can simply be run again.
/// </summary>
public sealed class Restore(NpgsqlDataSource database, IDbContextFactory<ApprovalDbContext> contexts, DatabaseSetup setup, Rollups rollups, EventLog events)
{
    /// <summary>Fills the database.</summary>
    /// <exception cref="ConflictException">It is not empty; nothing of it was changed.</exception>
    /// <exception cref="BadArchiveException">The archive cannot be used; the database is still empty.</exception>
    public async Task RunAsync(BackupArchive archive, IProgress<(int Done, int Of)> progress, CancellationToken cancel)
    {
        await archive.VerifyAsync(progress, cancel);
        await using (await setup.AloneAsync(cancel))
        {
            await PrepareAsync(archive.Manifest, cancel);
            await FillAsync(archive, progress, cancel);
        }

        // As at any start: the newest schema, and transaction numbers that go on from those of the archive.
        await setup.RunAsync(progress: null, cancel);
        foreach (var centre in await CentreList.Read(database, cancel))
        {
            await rollups.Refresh(centre, cancel);
            await events.RecordAsync(centre, Actors.CommandLine, EventAct.BackupRestored, "database", new { archive.Manifest.CreatedAt, archive.Manifest.Rows }, cancel);
        }
    }

    private async Task PrepareAsync(BackupManifest manifest, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (manifest.Migrations.FirstOrDefault(one => !context.Database.GetMigrations().Contains(one)) is { } unknown)
        {
            throw new BadArchiveException($"It was written by a newer version of this product ({manifest.Product}, schema {unknown}): restore it with that version.");
        }

        await RequireEmptyAsync(cancel);
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancel)).ToList();
        if (applied.Except(manifest.Migrations).FirstOrDefault() is { } newer)
        {
            throw new ConflictException("DatabaseNewer", $"The database is empty but already has a newer schema ({newer}) than the archive: restore into a new database. Nothing was changed.");
        }

        context.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        await context.GetService<IMigrator>().MigrateAsync(manifest.Migrations[^1], cancel);
    }

    private async Task RequireEmptyAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        foreach (var table in await BackupSchema.TablesAsync(connection, cancel))
        {
            await using var look = new NpgsqlCommand($"select exists (select from {BackupSchema.Quoted(table.Name)})", connection);
            if ((bool)(await look.ExecuteScalarAsync(cancel))!)
            {
                throw new ConflictException("DatabaseNotEmpty", $"The database is not empty ({table.Name} has rows): a backup is restored into an empty one only. Nothing was changed.");
            }
        }
    }

    private async Task FillAsync(BackupArchive archive, IProgress<(int Done, int Of)> progress, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await RunAsync(connection, "set local statement_timeout = 0; set local datestyle = iso; set local intervalstyle = postgres", cancel);
        await MakePartitionsAsync(connection, archive.Manifest, cancel);
        var done = 0;
        foreach (var table in archive.Manifest.Tables)
        {
            await CopyAsync(archive, connection, table, cancel);
            progress.Report((++done, archive.Manifest.Tables.Count));
        }

        foreach (var sequence in archive.Manifest.Sequences)
        {
            await RunAsync(connection, "select setval(quote_ident($1)::regclass, $2)", cancel, sequence.Name, sequence.Last);
        }

        await transaction.CommitAsync(cancel);
    }

    private static async Task MakePartitionsAsync(NpgsqlConnection connection, BackupManifest manifest, CancellationToken cancel)
    {
        var there = (await BackupSchema.PartitionsAsync(connection, cancel)).Select(one => one.Name).ToHashSet();
        foreach (var one in manifest.Partitions.Where(one => !there.Contains(one.Name)))
        {
            await RunAsync(connection, $"create table {BackupSchema.Quoted(one.Name)} partition of {BackupSchema.Quoted(one.Of)} {one.Bound}", cancel);
        }
    }

    private static async Task CopyAsync(BackupArchive archive, NpgsqlConnection connection, BackupTable table, CancellationToken cancel)
    {
        await using (var writer = await connection.BeginTextImportAsync(BackupSchema.Copy(table, "from stdin"), cancel))
        {
            try
            {
                await archive.CopyAsync(table, ((StreamWriter)(TextWriter)writer).BaseStream, cancel);
            }
            catch
            {
                await writer.CancelAsync();
                throw;
            }
        }

        await using var count = new NpgsqlCommand($"select count(*) from {BackupSchema.Quoted(table.Name)}", connection);
        var rows = (long)(await count.ExecuteScalarAsync(cancel))!;
        if (rows != table.Rows)
        {
            throw new BadArchiveException(string.Create(CultureInfo.InvariantCulture, $"{table.Name} has {rows} rows after the copy instead of {table.Rows}."));
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancel, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.Parameters.AddRange(values.Select(value => new NpgsqlParameter { Value = value }).ToArray());
        await command.ExecuteNonQueryAsync(cancel);
    }
}
