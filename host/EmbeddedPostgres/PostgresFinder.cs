namespace ApprovalEngine.Host.EmbeddedPostgres;

/// <summary>Chooses the server programs: the pinned package, else the machine's, else the distribution's when root may install it.</summary>
internal static class PostgresFinder
{
    private static readonly string[] UsualPlaces = ["/usr/lib/postgresql", "/opt/postgresql", "/usr/local/pgsql", "/usr/pgsql"];

    /// <summary>Finds programs; with data already made by a major version, only that version will do.</summary>
    public static async Task<PostgresPrograms> FindAsync(int? major, PostgresOptions options, CancellationToken cancel)
    {
        if (major is null or PostgresPackage.Major
            && await PostgresPackage.FindAsync(options.CacheFolder, options.Progress, cancel) is { } package)
        {
            return package;
        }

        return await OnMachineAsync(major, cancel)
            ?? await InstalledAsync(major, options, cancel)
            ?? throw new PrivatePostgresException(Remedy(major, options.DataFolder));
    }

    private static async Task<PostgresPrograms?> OnMachineAsync(int? major, CancellationToken cancel)
    {
        var found = new List<PostgresPrograms>();
        foreach (var folder in Folders().Distinct())
        {
            if (await PostgresPrograms.InAsync(folder, cancel) is { } programs)
            {
                found.Add(programs);
            }
        }

        return found.Where(programs => major is null ? programs.Major >= PostgresPrograms.OldestMajor : programs.Major == major)
            .MaxBy(programs => programs.Major);
    }

    private static IEnumerable<string> Folders()
    {
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries))
        {
            yield return folder;
        }

        foreach (var place in UsualPlaces.Where(Directory.Exists))
        {
            yield return Path.Combine(place, "bin");
            foreach (var version in Directory.EnumerateDirectories(place))
            {
                yield return Path.Combine(version, "bin");
            }
        }
    }

    private static async Task<PostgresPrograms?> InstalledAsync(int? major, PostgresOptions options, CancellationToken cancel)
    {
        if (!ServiceAccount.IsNeeded || !File.Exists("/usr/bin/apt-get"))
        {
            return null;
        }

        var package = major is null ? "postgresql" : $"postgresql-{major}";
        options.Progress($"Installing {package} with apt …");

        // No cluster of the distribution is wanted, only its programs.
        var environment = new Dictionary<string, string> { ["DEBIAN_FRONTEND"] = "noninteractive", ["PG_CREATECLUSTER_AUTO"] = "0" };
        await Tool.RunAsync(["apt-get", "update", "-qq"], cancel, environment);
        var installed = await Tool.RunAsync(
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "-o", "Dpkg::Options::=--force-confold", package], cancel, environment);
        if (!installed.Succeeded)
        {
            options.Progress($"apt could not install {package}: {installed.LastLine}");
        }

        return await OnMachineAsync(major, cancel);
    }

    private static string Remedy(int? major, string dataFolder) => major is null
        ? $"No PostgreSQL was found: install the Debian package postgresql ({PostgresPrograms.OldestMajor} or newer) or npm, or set ConnectionStrings__Approval."
        : $"The data in {dataFolder} were made by PostgreSQL {major}, which was not found: install postgresql-{major}, or choose another folder with --data; the data are untouched.";
}
