using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Timers;
using ApprovalEngine.Contracts.Jobs;
using ApprovalEngine.Contracts.Organisation;
using Hangfire.Storage;
using MediatR;
using Npgsql;

namespace ApprovalEngine.Approval.Jobs;

/// <summary>The jobs, when they ran and will run, and what waits for them.</summary>
/// <param name="Access">Who asks: an administrator of the whole centre, since jobs serve all of it.</param>
public sealed record ShowJobs(Access Access) : IRequest<JobsView>;

internal sealed class ShowJobsHandler(CaseDatabase database, OrgDirectory directory, TimeProvider time, Hangfire.JobStorage? storage = null) : IRequestHandler<ShowJobs, JobsView>
{
    private const string Beats = "select name, at, detail from heartbeat where starts_with(name, 'job:')";

    // Indexes (next_try_at) and (kind, due_at): what waits is little beside what there is.
    private const string Waiting = $"""
        select (select count(*)::int from outbox where centre_id = $1 and next_try_at < 'infinity'),
            (select min(created_at) from outbox where centre_id = $1 and next_try_at < 'infinity'),
            (select count(*)::int from outbox where centre_id = $1 and next_try_at = 'infinity'),
            (select count(*)::int from timer where centre_id = $1 and due_at <= $2),
            (select at from heartbeat where name = '{TimerJob.Heartbeat}')
        """;

    public async Task<JobsView> Handle(ShowJobs request, CancellationToken cancellationToken)
    {
        request.Access.RequireAt(Role.Administrator, (await directory.Of(request.Access.CentreId, cancellationToken)).Root);
        var beats = (await database.ListAsync(Beats, reader => (Name: reader.GetString(0), At: reader.GetFieldValue<DateTimeOffset>(1), Detail: CaseFields.Text(reader, 2)), cancellationToken))
            .ToDictionary(beat => beat.Name);
        var waiting = (await database.ListAsync(
            Waiting,
            reader => (Messages: reader.GetInt32(0), Oldest: At(reader, 1), Dead: reader.GetInt32(2), Timers: reader.GetInt32(3), TimersAt: At(reader, 4)),
            cancellationToken, Sql.Of(request.Access.CentreId), Sql.Of(time.GetUtcNow()))).Single();
        var statistics = storage?.GetMonitoringApi().GetStatistics();
        return new JobsView(
            [.. Recurring().Select(job => Listed(job, beats.GetValueOrDefault(JobRunner.HeartbeatOf(job.Id)))).OrderBy(job => job.Name, StringComparer.Ordinal)],
            statistics?.Servers ?? 0, statistics?.Enqueued ?? 0, statistics?.Processing ?? 0, statistics?.Failed ?? 0, waiting.Messages, waiting.Oldest, waiting.Dead, waiting.Timers, waiting.TimersAt);
    }

    private static DateTimeOffset? At(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);

    /// <summary>Where no job server is registered (the command line, tests) none recurs.</summary>
    private List<RecurringJobDto> Recurring()
    {
        using var connection = storage?.GetConnection();
        return connection?.GetRecurringJobs() ?? [];
    }

    private static JobListed Listed(RecurringJobDto job, (string Name, DateTimeOffset At, string? Detail) beat) => new(
        job.Id, job.Cron, Utc(job.NextExecution), beat.Name is null ? Utc(job.LastExecution) : beat.At, job.LastJobState, JobReports.Read(beat.Detail), job.Error);

    private static DateTimeOffset? Utc(DateTime? at) => at is { } instant ? new DateTimeOffset(DateTime.SpecifyKind(instant, DateTimeKind.Utc)) : null;
}
