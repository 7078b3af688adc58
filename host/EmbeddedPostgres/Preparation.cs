namespace ApprovalEngine.Host.EmbeddedPostgres;

/// <summary>What only root may do before the service gives up being root.</summary>
internal static class Preparation
{
    /// <summary>Makes the account, its folders and the server programs, installing these where it must.</summary>
    public static async Task ForServiceAccountAsync(PostgresOptions options, CancellationToken cancel)
    {
        await ServiceAccount.EnsureAsync(cancel);
        var folder = new DataFolder(options.DataFolder);
        await folder.PrepareAsync(cancel);
        Directory.CreateDirectory(options.CacheFolder);
        if (Postmaster.Of(folder) is null)
        {
            await PostgresFinder.FindAsync(folder.Major, options, cancel);
        }

        await ServiceAccount.GiveAsync(options.CacheFolder, cancel);
    }
}
