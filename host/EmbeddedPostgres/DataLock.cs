using System.Diagnostics;

namespace ApprovalEngine.Host.EmbeddedPostgres;

/// <summary>
/// Who runs the server of a data folder: one owner, and any number of commands that joined it. The locks are the kernel's and end with
/// the process, whatever ended it. An owner that is itself only a command waits for those who joined before it stops the server.
/// </summary>
internal sealed class DataLock : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DataFolder folder;
    private FileStream? held;

    private DataLock(DataFolder folder, FileStream held, bool isOwner)
    {
        this.folder = folder;
        this.held = held;
        IsOwner = isOwner;
    }

    public bool IsOwner { get; }

    public static async Task<DataLock> TakeAsync(DataFolder folder, bool mayJoin, string purpose, CancellationToken cancel)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(100, cancel))
        {
            if (await TryOpenAsync(folder.HostLock, FileShare.None, cancel) is { } own)
            {
                await WriteHolderAsync(folder, purpose, cancel);
                return new DataLock(folder, own, isOwner: true);
            }

            if (!mayJoin)
            {
                throw new PrivatePostgresException($"The data in {folder.Path} are in use by {Holder(folder)}; a second start on the same data is refused.");
            }

            if (await TryOpenAsync(folder.JoinLock, FileShare.Read, cancel) is { } joined)
            {
                return new DataLock(folder, joined, isOwner: false);
            }

            if (waited.Elapsed > Patience)
            {
                throw new PrivatePostgresException($"The data in {folder.Path} are being closed by {Holder(folder)}; try again in a moment.");
            }
        }
    }

    /// <summary>Waits until no command uses the server any more, and keeps new ones out.</summary>
    public async Task<IAsyncDisposable> LastOneOutAsync(CancellationToken cancel)
    {
        while (true)
        {
            if (await TryOpenAsync(folder.JoinLock, FileShare.None, cancel) is { } alone)
            {
                return alone;
            }

            await Task.Delay(100, cancel);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (held is not null)
        {
            await held.DisposeAsync();
            held = null;
        }
    }

    private static async Task<FileStream?> TryOpenAsync(string path, FileShare share, CancellationToken cancel)
    {
        try
        {
            var isNew = !File.Exists(path);
            var file = new FileStream(path, FileMode.OpenOrCreate, share == FileShare.None ? FileAccess.ReadWrite : FileAccess.Read, share);
            if (isNew)
            {
                await ServiceAccount.GiveAsync(path, cancel);
            }

            return file;
        }
        catch (IOException) when (Directory.Exists(Path.GetDirectoryName(path)))
        {
            // Somebody else holds it: the only thing that keeps an existing folder's file from being opened.
            return null;
        }
    }

    private static async Task WriteHolderAsync(DataFolder folder, string purpose, CancellationToken cancel)
    {
        await File.WriteAllTextAsync(folder.Holder, $"`{purpose}` (process {Environment.ProcessId})", cancel);
        await ServiceAccount.GiveAsync(folder.Holder, cancel);
    }

    private static string Holder(DataFolder folder) =>
        File.Exists(folder.Holder) && File.ReadAllText(folder.Holder) is { Length: > 0 } holder ? holder : "another process";
}
