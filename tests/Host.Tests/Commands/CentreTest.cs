using Host.Tests.Api;
using Npgsql;

namespace Host.Tests.Commands;

/// <summary>A shipped centre in a database of its own, which the environment names to the commands, and a folder for their files.</summary>
public abstract class CentreTest(RunningHost host) : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    protected string ConnectionString { get; private set; } = "";

    /// <summary>The data folder; no database is in it.</summary>
    protected string Data => Path.Combine(folder.Path, "data");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Data);
        ConnectionString = await host.NewCentre();
    }

    public async ValueTask DisposeAsync()
    {
        await host.Drop(ConnectionString);
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected Task<Approval> Run(params string[] arguments) => Approval.RunOn(ConnectionString, [.. arguments, "--data", Data]);

    /// <summary>Asks the database, as nobody but a test would.</summary>
    protected async Task<string> Scalar(string sql)
    {
        await using var database = NpgsqlDataSource.Create(ConnectionString + ";Pooling=false");
        await using var command = database.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    protected async Task<string> Write(string name, string text)
    {
        var file = Path.Combine(folder.Path, name);
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        return file;
    }
}
