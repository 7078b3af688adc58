using Npgsql;

namespace Approval.Tests;

/// <summary>Databases on a server, made as copies of others: to migrate and seed one takes as long as a hundred copies.</summary>
/// <param name="server">Connection string to any database of the server.</param>
public sealed class DatabaseCopies(string server) : IDisposable
{
    private readonly SemaphoreSlim copying = new(1);

    /// <summary>Makes a database.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="template">The database that is copied, which nobody uses meanwhile; null for an empty one.</param>
    /// <returns>Its connection string.</returns>
    public async Task<string> Make(string name, string? template = null)
    {
        await copying.WaitAsync();
        try
        {
            // Files are copied as they are: to copy them block by block through the log takes twice as long.
            await Execute($"create database {name} {(template is null ? "" : $"template {template}")} strategy file_copy");
        }
        finally
        {
            copying.Release();
        }

        return To(name);
    }

    /// <summary>Gives a database's room back: a run makes hundreds.</summary>
    public async Task Drop(string connectionString)
    {
        await using (var pool = new NpgsqlConnection(connectionString))
        {
            NpgsqlConnection.ClearPool(pool);
        }

        await Execute($"drop database {new NpgsqlConnectionStringBuilder(connectionString).Database} with (force)");
    }

    /// <summary>Tells the server something.</summary>
    public async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(To("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public void Dispose() => copying.Dispose();

    private string To(string name) => new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
}
