namespace ApprovalEngine.Host.EmbeddedPostgres;

/// <summary>Where data and cache stand when nobody says otherwise.</summary>
public static class StandardFolders
{
    /// <summary>The data folder: `APPROVAL_DATA`, else the system's for root, else the user's (XDG).</summary>
    public static string Data() =>
        Setting("APPROVAL_DATA") ?? (ServiceAccount.IsNeeded ? "/var/lib/approval" : User("XDG_DATA_HOME", ".local/share"));

    /// <summary>The cache folder: `APPROVAL_CACHE`, else the system's for root, else the user's (XDG).</summary>
    public static string Cache() =>
        Setting("APPROVAL_CACHE") ?? (ServiceAccount.IsNeeded ? "/var/cache/approval" : User("XDG_CACHE_HOME", ".cache"));

    private static string User(string variable, string underHome)
    {
        // An account without a home (a container's user, nobody) still gets a place of its own.
        var home = Setting("HOME") ?? Path.Combine(Path.GetTempPath(), $"approval-{Environment.UserName}");
        return Path.Combine(Setting(variable) ?? Path.Combine(home, underHome), "approval");
    }

    private static string? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
