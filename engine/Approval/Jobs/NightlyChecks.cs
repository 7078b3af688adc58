using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Checks;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Statistics;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Jobs;
using Hangfire;
using Npgsql;
using NpgsqlTypes;

namespace ApprovalEngine.Approval.Jobs;

/// <summary>
/// Once a night verifies every case's trail, looks whether every open case waits for something, and counts the rollups anew. Findings become administrative events, which say the case and
/// row; nothing is put right by itself.
/// </summary>
[AutomaticRetry(Attempts = 0)] // the next tick catches up
public sealed class NightlyChecks(JobRunner runner, NpgsqlDataSource database, CalendarStore calendars, AuditVerifier audit, SealOptions seals, Rollups rollups, CaseChecks cases, TimeProvider time)
{
    /// <summary>Name of the job.</summary>
    public const string Name = "nightly-checks";

    /// <summary>More findings than this are counted, not listed.</summary>
    private const int MostListed = 100;

    /// <summary>Runs it, when the night has come.</summary>
    public async Task Run(CancellationToken cancel)
    {
        foreach (var centre in await CentreList.Read(database, cancel))
        {
            var job = $"{Name}/{centre}";
            var zone = (await calendars.Of(centre, cancel)).Zone;
            if (NightlyHours.IsDue(await runner.LastRun(job, cancel), time.GetUtcNow(), zone))
            {
                await runner.Run(job, token => Check(centre, token), cancel);
            }
        }
    }

    private async Task<IReadOnlyList<JobCount>> Check(int centre, CancellationToken cancel)
    {
        var trail = await audit.AnswerAsync(new AuditQuestion(centre, OutsideFile: seals.File), null, cancel);
        var differences = await rollups.Check(centre, cancel);
        var standing = await cases.RunAsync(centre, cancel);
        await Report(centre, EventAct.CaseFinding, [.. standing.Findings.Take(MostListed).Select(finding => $"{finding.CaseNo}: {finding.Kind}: {finding.Message}")], cancel);
        await Report(centre, EventAct.AuditFinding, [.. trail.Findings.Take(MostListed).Select(finding => $"{finding.Place}: {finding.Kind}: {finding.Message}")], cancel);
        await Report(centre, EventAct.RollupDifference, [.. differences.Take(MostListed).Select(difference => difference.ToString())], cancel);
        return
        [
            new("cases", trail.Cases), new("rows", trail.Rows), new("seals", trail.Seals), new("findings", trail.Findings.Count),
            new("differences", differences.Count), new("openCases", standing.Cases), new("standing", standing.Findings.Count),
        ];
    }

    private async Task Report(int centre, EventAct act, string[] findings, CancellationToken cancel)
    {
        await using var command = database.CreateCommand($"""
            insert into admin_event (centre_id, at, actor, act, subject, payload)
            select $1, $2, '{Actors.Jobs}', $3, 'checks', jsonb_build_object('finding', finding) from unnest($4) finding
            """);
        command.Parameters.Add(new() { Value = centre });
        command.Parameters.Add(new() { Value = time.GetUtcNow(), NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new() { Value = act.ToString() });
        command.Parameters.Add(new() { Value = findings });
        await command.ExecuteNonQueryAsync(cancel);
    }
}
