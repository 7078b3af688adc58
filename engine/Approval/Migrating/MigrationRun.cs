using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Workflow.Runtime;
using Microsoft.Extensions.Logging;

namespace ApprovalEngine.Approval.Migrating;

/// <summary>
/// Moves the cases of a migration in batches, each case in its own step. What is still to do stands in the database, so a run that was cut
/// off goes on where it stopped, and two at once only find each other's work done.
/// </summary>
public sealed class MigrationRun(CaseDatabase database, CaseWriter writer, MigrationPlans plans, TimeProvider clock, ILogger<MigrationRun> log)
{
    private const int BatchSize = 100;

    // Index ix_migration_case_waiting. Looks at the state with every batch: a pause is heard between two of them.
    private const string Waiting = """
        select w.case_id from migration m join migration_case w on w.centre_id = m.centre_id and w.migration_id = m.migration_id
        where m.centre_id = $1 and m.migration_id = $2 and m.state = 0 and w.result = 0 and w.case_id > $3 order by w.case_id limit $4
        """;

    private const string Skip = """
        update migration_case set result = 2, code = $4, place = $5, message = $6, at = $7 where centre_id = $1 and migration_id = $2 and case_id = $3 and result = 0
        """;

    private const string Finish = """
        update migration m set state = 2, finished_at = $3 where centre_id = $1 and migration_id = $2 and state = 0
        and not exists (select from migration_case w where w.centre_id = m.centre_id and w.migration_id = m.migration_id and w.result = 0)
        """;

    /// <summary>Runs one migration until it is finished or paused.</summary>
    /// <param name="open">The migration.</param>
    /// <param name="progress">How many cases were dealt with in this run.</param>
    /// <param name="cancel">Stops between two batches.</param>
    internal async Task<int> RunAsync(OpenMigration open, IProgress<int>? progress, CancellationToken cancel)
    {
        var plan = await plans.Of(open.CentreId, open.DefinitionId, open.From, open.To, MappingForm.Text(open.Mapping), cancel);
        var act = new MigrationAct(open.MigrationId, plan, open.From, open.To, open.StartedBy, open.Reason);
        var (dealt, last) = (0, Guid.Empty);
        while (await BatchAsync(open, last, cancel) is { Count: > 0 } batch)
        {
            var answers = writer.RunAll(batch.Select(caseId => act.On(open.CentreId, caseId)), CancellationToken.None);
            foreach (var (caseId, answer) in batch.Zip(answers))
            {
                await HearAsync(open, caseId, answer);
            }

            dealt += batch.Count;
            last = batch[^1];
            progress?.Report(dealt);
        }

        await database.ExecuteAsync(Finish, cancel, Sql.Of(open.CentreId), Sql.Of(open.MigrationId), Sql.Of(clock.GetUtcNow()));
        return dealt;
    }

    /// <summary>A case that cannot be moved is left as it is, with its reason; one that others are working on stays waiting.</summary>
    private async Task HearAsync(OpenMigration open, Guid caseId, Task<Contracts.Cases.CaseMoved> answer)
    {
        try
        {
            await answer;
        }
        catch (ActRefusedException refusal)
        {
            await SkipAsync(open, caseId, refusal.Code, refusal.ActivityId, refusal.Message);
        }
        catch (ConflictException)
        {
            log.LogInformation("Case {CaseId} is being worked on; it is moved at the next run.", caseId);
        }
        catch (Exception fault) when (fault is not OperationCanceledException && !fault.IsCut())
        {
            log.LogError(fault, "Case {CaseId} could not be moved to version {Version}.", caseId, open.To);
            await SkipAsync(open, caseId, "Failed", null, fault.Message);
        }
    }

    private Task SkipAsync(OpenMigration open, Guid caseId, string code, string? place, string message) => database.ExecuteAsync(
        Skip, CancellationToken.None, Sql.Of(open.CentreId), Sql.Of(open.MigrationId), Sql.Of(caseId), Sql.Of(code), Sql.Of(place), Sql.Of(message), Sql.Of(clock.GetUtcNow()));

    private Task<List<Guid>> BatchAsync(OpenMigration open, Guid after, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return database.ListAsync(Waiting, reader => reader.GetGuid(0), cancel, Sql.Of(open.CentreId), Sql.Of(open.MigrationId), Sql.Of(after), Sql.Of(BatchSize));
    }
}
