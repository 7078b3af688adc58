namespace ApprovalEngine.Host.EmbeddedPostgres;

/// <summary>
/// The system user under whom everything runs when root starts it: PostgreSQL refuses root, and a service has no business being root.
/// For an ordinary user there is nothing to change.
/// </summary>
internal static class ServiceAccount
{
    public const string Name = "approval";

    public const string Home = "/var/lib/approval";

    public static bool IsNeeded => Environment.IsPrivilegedProcess;

    /// <summary>Creates the system user when root runs this for the first time.</summary>
    public static async Task EnsureAsync(CancellationToken cancel)
    {
        if (!IsNeeded || (await Tool.RunAsync(["id", "-u", Name], cancel)).Succeeded)
        {
            return;
        }

        var created = await Tool.RunAsync(
            ["useradd", "--system", "--user-group", "--home-dir", Home, "--no-create-home", "--shell", "/usr/sbin/nologin", Name], cancel);

        // Two programs may start at once: what counts is that the user is there.
        if (!created.Succeeded && !(await Tool.RunAsync(["id", "-u", Name], cancel)).Succeeded)
        {
            throw new PrivatePostgresException($"The system user {Name} could not be created: {created.LastLine}");
        }
    }

    /// <summary>The command as the service account runs it.</summary>
    public static IReadOnlyList<string> As(params IEnumerable<string> command) =>
        IsNeeded ? ["setpriv", $"--reuid={Name}", $"--regid={Name}", "--init-groups", "--", .. command] : [.. command];

    /// <summary>Gives a file or folder, with everything in it, to the service account.</summary>
    public static async Task GiveAsync(string path, CancellationToken cancel)
    {
        if (!IsNeeded)
        {
            return;
        }

        var given = await Tool.RunAsync(["chown", "--recursive", "--no-dereference", $"{Name}:{Name}", path], cancel);
        if (!given.Succeeded)
        {
            throw new PrivatePostgresException($"{path} could not be given to the system user {Name}: {given.LastLine}");
        }
    }
}
