using System.Globalization;

namespace ApprovalEngine.Host.EmbeddedPostgres;

/// <summary>Makes and starts the files that PostgreSQL calls a cluster.</summary>
internal static class Cluster
{
    public static async Task CreateAsync(DataFolder folder, PostgresPrograms programs, PostgresOptions options, CancellationToken cancel)
    {
        options.Progress($"Creating the database in {folder.Path} …");

        // Made aside and renamed, so that an interrupted start leaves no half cluster.
        var half = folder.Cluster + ".new";
        if (Directory.Exists(half))
        {
            Directory.Delete(half, recursive: true);
        }

        IEnumerable<string> command =
        [
            programs.Program("initdb"), "--pgdata", half, "--username", "approval", "--pwfile", folder.PasswordFile,
            "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C.UTF-8", "--data-checksums",
        ];
        var made = await Tool.RunAsync(ServiceAccount.As(options.IsThrowaway ? [.. command, "--no-sync"] : command), cancel);
        if (!made.Succeeded)
        {
            throw new PrivatePostgresException($"The database in {folder.Path} could not be created: {made.LastLine}");
        }

        await File.AppendAllTextAsync(
            Path.Combine(half, "postgresql.conf"), $"\ninclude_if_exists = '{ServerSettings.FileName}'\n", cancel);
        Directory.Move(half, folder.Cluster);
    }

    public static async Task<Tool.Result> StartAsync(
        DataFolder folder, PostgresPrograms programs, int port, bool isThrowaway, TimeSpan patience, CancellationToken cancel)
    {
        var settings = Path.Combine(folder.Cluster, ServerSettings.FileName);
        await File.WriteAllTextAsync(settings, ServerSettings.For(folder, port, isThrowaway), cancel);
        await ServiceAccount.GiveAsync(settings, cancel);

        // pg_ctl detaches the server from our terminal: Ctrl-C reaches us first, and a killed host leaves a server to adopt.
        return await Tool.RunAsync(
            ServiceAccount.As(
                programs.Program("pg_ctl"), "start", "--wait", "--timeout", ((int)patience.TotalSeconds).ToString(CultureInfo.InvariantCulture),
                "--pgdata", folder.Cluster, "--log", folder.Log),
            cancel);
    }
}
