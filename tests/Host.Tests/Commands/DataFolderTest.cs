using ApprovalEngine.Host.EmbeddedPostgres;
using Npgsql;

namespace Host.Tests.Commands;

/// <summary>A data folder of its own, on which commands start and stop the private server.</summary>
public abstract class DataFolderTest : IDisposable
{
    private readonly TemporaryFolder folder = new();

    protected string Data => Path.Combine(folder.Path, "data");

    public void Dispose()
    {
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected Task<Approval> Run(params string[] arguments) => Approval.Run([.. arguments, "--data", Data]);

    /// <summary>Asks the folder's own database, as nobody but a test would.</summary>
    protected async Task<string> Scalar(string sql)
    {
        await using var server = await PrivatePostgres.StartAsync(new PostgresOptions { DataFolder = Data });
        await using var database = NpgsqlDataSource.Create(server.ConnectionString + ";Pooling=false");
        await using var command = database.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    protected async Task<string> Write(string name, string text)
    {
        Directory.CreateDirectory(folder.Path);
        var file = Path.Combine(folder.Path, name);
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        return file;
    }
}
