using Npgsql;

namespace ApprovalEngine.Benchmarks.Product;

/// <summary>Writes rows by COPY.</summary>
internal static class BulkCopy
{
    /// <summary>Writes them.</summary>
    /// <param name="source">The database.</param>
    /// <param name="target">Table and columns.</param>
    /// <param name="lines">Rows in COPY's text form.</param>
    public static async Task WriteAsync(NpgsqlDataSource source, string target, IEnumerable<string> lines)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var rows = await connection.BeginTextImportAsync($"copy {target} from stdin");
        foreach (var line in lines)
        {
            await rows.WriteAsync(line + '\n');
        }
    }
}
