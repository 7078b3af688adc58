using System.Globalization;

namespace ApprovalEngine.Host.EmbeddedPostgres;

/// <summary>What `postmaster.pid` says about a server that runs on a cluster.</summary>
internal sealed record Postmaster(int ProcessId, int Port, string SocketFolder, bool IsReady)
{
    /// <summary>The running server of the cluster, null when none runs (a file left by a killed one does not count).</summary>
    public static Postmaster? Of(DataFolder folder)
    {
        // Lines: pid, data folder, start time, port, socket folder, listening address, shared memory, status.
        string[] lines;
        try
        {
            lines = File.ReadAllLines(Path.Combine(folder.Cluster, "postmaster.pid"));
        }
        catch (IOException)
        {
            return null;
        }

        return lines.Length >= 5
            && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var process)
            && int.TryParse(lines[3], CultureInfo.InvariantCulture, out var port)
            && IsServer(process, folder.Cluster)
            ? new Postmaster(process, port, lines[4].Trim(), lines.Length >= 8 && lines[7].Trim() == "ready")
            : null;
    }

    /// <summary>Process ids are reused: only one whose command line names the cluster is its server.</summary>
    private static bool IsServer(int process, string cluster)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline").Split('\0').Contains(cluster);
        }
        catch (IOException)
        {
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Asks for a fast shutdown (open transactions are rolled back) and waits for its end.</summary>
    public async Task StopAsync(DataFolder folder, CancellationToken cancel)
    {
        await Tool.RunAsync(ServiceAccount.As("kill", "-INT", ProcessId.ToString(CultureInfo.InvariantCulture)), cancel);

        // The file goes last; the process may linger as a zombie where nobody collects it (containers).
        while (Of(folder)?.ProcessId == ProcessId)
        {
            await Task.Delay(50, cancel);
        }
    }
}
