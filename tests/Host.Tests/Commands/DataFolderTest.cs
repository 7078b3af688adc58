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

    protected async Task<string> Write(string name, string text)
    {
        Directory.CreateDirectory(folder.Path);
        var file = Path.Combine(folder.Path, name);
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        return file;
    }
}
