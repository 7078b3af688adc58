namespace ApprovalEngine.Host.EmbeddedPostgres;

/// <summary>What a private PostgreSQL needs to know: where it lives and how careful it has to be.</summary>
public sealed record PostgresOptions
{
    /// <summary>The folder that holds the data, the password and the lock.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The folder that keeps fetched server programs; shared by all data folders.</summary>
    public string CacheFolder { get; init; } = StandardFolders.Cache();

    /// <summary>A server for tests: no durability, small memory, and the data folder is deleted when it stops.</summary>
    public bool IsThrowaway { get; init; }

    /// <summary>Join a server that another process runs on the same data, instead of being refused.</summary>
    public bool MayJoin { get; init; }

    /// <summary>What to call this process when another one asks who holds the data.</summary>
    public string Purpose { get; init; } = "approval";

    /// <summary>Receives a sentence for each longer piece of work.</summary>
    public Action<string> Progress { get; init; } = _ => { };
}
