using System.Globalization;
using System.Text.RegularExpressions;

namespace ApprovalEngine.Host.EmbeddedPostgres;

/// <summary>A folder with `postgres`, `initdb` and `pg_ctl` of one version that run on this machine.</summary>
internal sealed partial record PostgresPrograms(string Folder, int Major)
{
    /// <summary>Older servers lack what the schema uses.</summary>
    public const int OldestMajor = 14;

    private static readonly string[] Needed = ["postgres", "initdb", "pg_ctl"];

    public string Program(string name) => Path.Combine(Folder, name);

    /// <summary>The programs in a folder, null when they are incomplete or do not run here.</summary>
    public static async Task<PostgresPrograms?> InAsync(string folder, CancellationToken cancel)
    {
        if (!Needed.All(name => File.Exists(Path.Combine(folder, name))))
        {
            return null;
        }

        var answer = await Tool.RunAsync(ServiceAccount.As(Path.Combine(folder, "postgres"), "--version"), cancel);
        var version = Version().Match(answer.Output);
        return answer.Succeeded && version.Success
            ? new PostgresPrograms(folder, int.Parse(version.Groups[1].Value, CultureInfo.InvariantCulture))
            : null;
    }

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex Version();
}
