using ApprovalEngine.Host.EmbeddedPostgres;

namespace ApprovalEngine.Host.Studio;

/// <summary>Brings Elsa Studio's files into the cache in the background; everything else works without them.</summary>
public sealed class StudioHome(StudioCache cache, ILogger<StudioHome> log, TimeProvider time) : BackgroundService
{
    /// <summary>After a failure the next visitor tries again, but not each of a crowd.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly Lock only = new();
    private readonly CancellationTokenSource stop = new();
    private Task work = Task.CompletedTask;
    private DateTimeOffset triedAt = DateTimeOffset.MinValue;

    /// <summary>The cache that they are in.</summary>
    public string Cache => cache.Folder;

    /// <summary>The files, once they are there.</summary>
    internal StudioFiles? Files { get; private set; }

    /// <summary>Whether they are being fetched just now.</summary>
    public bool IsFetching => !work.IsCompleted;

    /// <summary>Why they are not there, in the words of who tried.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Looks for them unless they are there, are being fetched, or could not be had a moment ago.</summary>
    public void Look()
    {
        lock (only)
        {
            if (Files is null && !IsFetching && time.GetUtcNow() - triedAt > Pause && !stop.IsCancellationRequested)
            {
                triedAt = time.GetUtcNow();
                work = Task.Run(FindAsync);
            }
        }
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await stop.CancelAsync();
        await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        stop.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Look();
        return Task.CompletedTask;
    }

    private async Task FindAsync()
    {
        try
        {
            if (await StudioPackage.Package.FindAsync(Cache, _ => Task.CompletedTask, Say, stop.Token) is { } folder)
            {
                Files = new StudioFiles(folder);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or PrivatePostgresException)
        {
            Say($"Elsa Studio could not be placed in {Cache}: {failure.Message}");
        }
    }

    private void Say(string sentence)
    {
        log.LogInformation("{Progress}", sentence);
        Trouble = sentence;
    }
}
