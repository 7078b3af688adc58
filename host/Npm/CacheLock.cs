namespace ApprovalEngine.Host.Npm;

/// <summary>Keeps two processes from filling the cache at the same time.</summary>
internal static class CacheLock
{
    public static async Task<IAsyncDisposable> TakeAsync(string cacheFolder, CancellationToken cancel)
    {
        var path = Path.Combine(cacheFolder, "fetch.lock");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(200, cancel);
            }
        }
    }
}
