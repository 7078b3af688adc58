using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Cases.Rows;
using ApprovalEngine.Workflow.Migration;
using ApprovalEngine.Workflow.Runtime;
using Npgsql;

namespace ApprovalEngine.Approval.Migrating;

/// <summary>Moves one case, in its own step: the case, its open tasks and its line in the report change together or not at all.</summary>
internal sealed class MigrationAct(Guid migrationId, MigrationPlan plan, int from, int to, string actor, string reason)
{
    /// <summary>Name of the act in the trail.</summary>
    public const string Name = "CaseMigrated";

    private const string Version = "update cases set definition_version = $3 where centre_id = $1 and case_id = $2";

    private const string Result = """
        update migration_case set result = $4, code = $5, place = null, message = $6, at = $7 where centre_id = $1 and migration_id = $2 and case_id = $3 and result = 0
        """;

    // What another version may say otherwise of a task that stays open.
    private static readonly RowStatement<(CaseSession Session, OpenTask Task)> Carried = RowStatement<(CaseSession Session, OpenTask Task)>.Update("task_open", 3,
    [
        Column.Of<(CaseSession Session, OpenTask Task)>("centre_id", row => row.Session.Case.CentreId),
        Column.Of<(CaseSession Session, OpenTask Task)>("case_id", row => row.Session.Case.CaseId),
        Column.Of<(CaseSession Session, OpenTask Task)>("task_no", row => row.Task.Id),
        Column.Of<(CaseSession Session, OpenTask Task)>("activity_id", row => row.Task.ActivityId),
        Column.Jsonb<(CaseSession Session, OpenTask Task)>("title", row => ActivityTitles.Of(row.Session.World.Flow, row.Task.ActivityId)),
        Column.Texts<(CaseSession Session, OpenTask Task)>("outcomes", row => row.Task.Outcomes),
        Column.Of<(CaseSession Session, OpenTask Task)>("step_limit_days", row => row.Task.StepLimitDays),
    ]);

    /// <summary>The act on a case.</summary>
    public CaseAct On(int centreId, Guid caseId) => new() { CentreId = centreId, CaseId = caseId, Do = Do };

    private void Do(CaseSession session, DateTimeOffset at)
    {
        var result = session.Case switch
        {
            { IsOpen: false } => Marked(session, at, MigrationResult.Skipped, "CaseEnded", "The case has ended meanwhile."),
            { DefinitionVersion: var version } when version == to => Marked(session, at, MigrationResult.Done, null, null),
            { DefinitionVersion: var version } when version != from => Marked(session, at, MigrationResult.Skipped, "OtherVersion", $"The case runs on version {version} meanwhile."),
            _ => Move(session, at),
        };
        session.Changes.More.Add(result);
    }

    private NpgsqlBatchCommand Move(CaseSession session, DateTimeOffset at)
    {
        session.Migrate(at, actor, plan, to, new StepNote(Name) { Details = MappingForm.Details(migrationId, plan, from, to, reason) });
        session.Changes.More.Add(Sql.Command(Version, Sql.Of(session.Case.CentreId), Sql.Of(session.Case.CaseId), Sql.Of(to)));
        Carried.Add(session.Changes.More, [.. session.Case.State.Tasks.Where(task => session.Origin.State.Tasks.Any(old => old.Id == task.Id)).Select(task => (session, task))]);
        return Marked(session, at, MigrationResult.Done, null, null);
    }

    private NpgsqlBatchCommand Marked(CaseSession session, DateTimeOffset at, MigrationResult result, string? code, string? message) => Sql.Command(
        Result, Sql.Of(session.Case.CentreId), Sql.Of(migrationId), Sql.Of(session.Case.CaseId), Sql.Of((short)result), Sql.Of(code), Sql.Of(message), Sql.Of(at));
}
