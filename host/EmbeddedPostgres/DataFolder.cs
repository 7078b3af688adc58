using System.Security.Cryptography;

namespace ApprovalEngine.Host.EmbeddedPostgres;

/// <summary>The files of one private server, and what they say.</summary>
internal sealed class DataFolder(string path)
{
    /// <summary>The kernel allows 107 bytes for the path of a socket; the server appends `/.s.PGSQL.65535`.</summary>
    private const int LongestSocketFolder = 90;

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string Cluster => In("postgres");

    public string Log => In("start.log");

    public string HostLock => In("host.lock");

    public string JoinLock => In("join.lock");

    public string Holder => In("host.pid");

    public string PasswordFile => In("password");

    private string Sockets => In("run");

    /// <summary>The folder of the server's socket; null where its path would be too long, then only loopback serves.</summary>
    public string? SocketFolder => System.Text.Encoding.UTF8.GetByteCount(Sockets) <= LongestSocketFolder ? Sockets : null;

    /// <summary>The major version of PostgreSQL that made the data, null before there are any.</summary>
    public int? Major
    {
        get
        {
            var file = System.IO.Path.Combine(Cluster, "PG_VERSION");
            return File.Exists(file) ? int.Parse(File.ReadAllText(file).Trim(), System.Globalization.CultureInfo.InvariantCulture) : null;
        }
    }

    /// <summary>Makes the folder and its generated password; nobody but its owner may look inside.</summary>
    public async Task PrepareAsync(CancellationToken cancel)
    {
        const UnixFileMode mine = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        bool isFresh;
        try
        {
            isFresh = !Directory.Exists(Path) || !Directory.EnumerateFileSystemEntries(Path).Any();
            Directory.CreateDirectory(Path, mine);
            Directory.CreateDirectory(Sockets, mine);
            if (!File.Exists(PasswordFile))
            {
                RequireNoData();
                WritePassword();
            }
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new PrivatePostgresException($"The data folder {Path} does not belong to {Environment.UserName}; choose another with --data.", refused);
        }

        if (ServiceAccount.IsNeeded)
        {
            await HandOverAsync(isFresh, cancel);
        }
    }

    public string Password() => File.ReadAllText(PasswordFile).Trim();

    private async Task HandOverAsync(bool isFresh, CancellationToken cancel)
    {
        // A folder that held something before is not taken over: it may be somebody else's, named by mistake.
        foreach (var entry in isFresh ? new[] { Path } : [Sockets, PasswordFile])
        {
            await ServiceAccount.GiveAsync(entry, cancel);
        }

        var isReachable = await Tool.RunAsync(ServiceAccount.As("test", "-w", Path), cancel);
        if (!isReachable.Succeeded)
        {
            throw new PrivatePostgresException(
                $"The system user {ServiceAccount.Name} cannot write to {Path}; choose a folder it can reach with --data, or run as the user who owns it.");
        }
    }

    private void RequireNoData()
    {
        if (Major is not null)
        {
            throw new PrivatePostgresException($"{PasswordFile} is missing while {Cluster} holds data; put the password file back, the data are untouched.");
        }
    }

    private void WritePassword()
    {
        using var file = new StreamWriter(PasswordFile, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        file.Write(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)));
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
