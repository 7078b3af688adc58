using System.Globalization;
using ApprovalEngine.Approval.Backups;

namespace ApprovalEngine.Host.Commands.Backups;

/// <summary>What the commands say about an archive.</summary>
internal static class BackupText
{
    public static void Show(string file, BackupManifest manifest, bool json, string what)
    {
        if (json)
        {
            Output.Document(new
            {
                file,
                manifest.CreatedAt,
                manifest.Product,
                schema = manifest.Migrations[^1],
                manifest.Rows,
                tables = manifest.Tables.ToDictionary(table => table.Name, table => table.Rows),
            });
            return;
        }

        Output.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"{file}: {manifest.Rows} rows in {manifest.Tables.Count} tables as at {manifest.CreatedAt:yyyy-MM-ddTHH:mm:ssZ}, schema {manifest.Migrations[^1]}, {what}."));
    }
}
