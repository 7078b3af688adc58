using System.Diagnostics;
using ApprovalEngine.Contracts.Jobs;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ApprovalEngine.Approval.Jobs;

/// <summary>
/// Runs a job's work on one host at a time, and leaves its heartbeat. A second run beside the first does nothing: the state tells the
/// next tick what is still to do.
/// </summary>
public sealed class JobRunner(NpgsqlDataSource database, TimeProvider time, ILogger<JobRunner> log)
{
    /// <summary>Heartbeat of all jobs together: health turns red when it grows old.</summary>
    public const string AllJobs = "jobs";

    private const string Beat = """
        insert into heartbeat (name, at, detail) values ($1, $3, $4), ($2, $3, $1)
        on conflict (name) do update set at = excluded.at, detail = excluded.detail
        """;

    /// <summary>Heartbeat name of a job.</summary>
    public static string HeartbeatOf(string job) => $"job:{job}";

    /// <summary>Runs the work unless another host is at it.</summary>
    /// <param name="job">Name of the job.</param>
    /// <param name="work">Short resumable pieces; answers what it did, without personal data.</param>
    /// <param name="cancel">The host stops.</param>
    public async Task Run(string job, Func<CancellationToken, Task<IReadOnlyList<JobCount>>> work, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        if (!await Locked(connection, "select pg_try_advisory_lock(hashtextextended($1, 0))", job, cancel))
        {
            log.LogInformation("Job {Job} is under way on another host.", job);
            return;
        }

        try
        {
            var began = Stopwatch.GetTimestamp();
            var done = await work(cancel);
            await Live(connection, job, JobReports.Write(new(done, (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds)), cancel);
        }
        finally
        {
            await Locked(connection, "select pg_advisory_unlock(hashtextextended($1, 0))", job, CancellationToken.None);
        }
    }

    /// <summary>When a job last ran; null when it never did.</summary>
    public async Task<DateTimeOffset?> LastRun(string job, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select at from heartbeat where name = $1");
        command.Parameters.Add(new() { Value = HeartbeatOf(job) });
        return await command.ExecuteScalarAsync(cancel) is DateTime at ? new DateTimeOffset(at, TimeSpan.Zero) : null;
    }

    private async Task Live(NpgsqlConnection connection, string job, string detail, CancellationToken cancel)
    {
        await using var beat = new NpgsqlCommand(Beat, connection)
        {
            Parameters = { new() { Value = HeartbeatOf(job) }, new() { Value = AllJobs }, new() { Value = time.GetUtcNow() }, new() { Value = detail } },
        };
        await beat.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<bool> Locked(NpgsqlConnection connection, string sql, string job, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = HeartbeatOf(job) } } };
        return (bool)(await command.ExecuteScalarAsync(cancel))!;
    }
}
