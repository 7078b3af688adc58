using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using ApprovalEngine.Host.EmbeddedPostgres;

namespace ApprovalEngine.Host.Commands;

/// <summary>
/// Started by root, the service replaces itself (same process id, so signals and supervisors still reach it) by one of the system user.
/// Commands stay what they are: they read the caller's files.
/// </summary>
internal static partial class ServiceProcess
{
    /// <summary>Becomes the system user's process; returns only when this is not possible on this machine, with the reason.</summary>
    public static async Task<string> BecomeAsync(PostgresOptions options, IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        var runtime = RuntimePath();
        if (!await CanAsync("-x", runtime, cancel))
        {
            return $"The user {ServiceAccount.Name} cannot run {runtime}: the web server goes on as root, the database does not.";
        }

        var program = Path.Combine(await ReachableProgramAsync(options.CacheFolder, cancel), "approval.dll");
        string[] command =
        [
            .. ServiceAccount.As(
                "env", "--unset=XDG_DATA_HOME", "--unset=XDG_CACHE_HOME", $"HOME={ServiceAccount.Home}",
                $"APPROVAL_DATA={options.DataFolder}", $"APPROVAL_CACHE={options.CacheFolder}", runtime, program),
            .. arguments,
        ];
        Directory.SetCurrentDirectory("/");
        _ = Execute(command[0], [.. command, null]);
        return $"The service could not become the user {ServiceAccount.Name}: {Marshal.GetLastPInvokeErrorMessage()}";
    }

    /// <summary>The dotnet program: this process's own, or, where the program was started by its own name, the one whose runtime it uses.</summary>
    private static string RuntimePath() => Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet"
        ? Environment.ProcessPath!
        : Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));

    /// <summary>The program's folder if the system user can read it, else a copy in the cache (a checkout below /root).</summary>
    private static async Task<string> ReachableProgramAsync(string cacheFolder, CancellationToken cancel)
    {
        var built = AppContext.BaseDirectory;
        if (await CanAsync("-r", Path.Combine(built, "approval.dll"), cancel))
        {
            return built;
        }

        // One copy for each build, so that a host that runs from one is left in peace.
        var build = $"{built} {File.GetLastWriteTimeUtc(Path.Combine(built, "approval.dll")):O}";
        var copy = Path.Combine(cacheFolder, $"program-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(build)))[..12]}");
        if (!Directory.Exists(copy))
        {
            var half = Directory.CreateDirectory($"{copy}.{Environment.ProcessId}").FullName;
            CopyAll(built, half);
            await ServiceAccount.GiveAsync(half, cancel);
            Directory.Move(half, copy);
        }

        return copy;
    }

    private static void CopyAll(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static async Task<bool> CanAsync(string test, string path, CancellationToken cancel) =>
        (await Tool.RunAsync(ServiceAccount.As("test", test, path), cancel)).Succeeded;

    [LibraryImport("libc", EntryPoint = "execvp", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Execute(string program, string?[] arguments);
}
