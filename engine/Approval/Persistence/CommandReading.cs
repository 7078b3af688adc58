using Npgsql;

namespace ApprovalEngine.Approval.Persistence;

/// <summary>Reads what a command answers.</summary>
internal static class CommandReading
{
    /// <summary>All rows of the answer, in their order.</summary>
    public static async Task<List<T>> ListAsync<T>(this NpgsqlCommand command, Func<NpgsqlDataReader, T> row, CancellationToken cancel)
    {
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ListAsync(row, cancel);
    }

    /// <summary>The rows that are left of a result set, in their order.</summary>
    public static async Task<List<T>> ListAsync<T>(this NpgsqlDataReader reader, Func<NpgsqlDataReader, T> row, CancellationToken cancel)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(cancel))
        {
            rows.Add(row(reader));
        }

        return rows;
    }
}
