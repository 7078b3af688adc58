using System.Collections.Immutable;
using ApprovalEngine.Workflow.Runtime;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>The task tables follow from the state: open ones in a small table, ended ones in an append-only one.</summary>
internal static class TaskStatements
{
    private const string Columns = """
        centre_id, case_id, task_no, activity_id, kind, title, unit_id, role, post, offered_user, assignee, seat, outcomes, barred,
        opened_at, step_limit_days, step_due_at, due_at, item_id, case_no
        """;

    private const string Open = $"""
        insert into task_open ({Columns})
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
        """;

    private const string Move = """
        update task_open set unit_id = $4, role = $5, post = $6, offered_user = $7, assignee = $8, barred = $9, step_due_at = $10, due_at = $11
        where centre_id = $1 and case_id = $2 and task_no = $3
        """;

    private const string Remove = "delete from task_open where centre_id = $1 and case_id = $2 and task_no = $3";

    private const string Close = $"""
        insert into task_closed ({Columns}, closed_at, task_end, outcome, closed_by, on_behalf_of, opinion)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26)
        """;

    public static void Add(CaseSession session, ICollection<NpgsqlBatchCommand> batch)
    {
        var row = session.Case;
        var before = session.Origin.Version > 0 ? session.Origin.State.Tasks : [];
        foreach (var closed in session.Changes.ClosedTasks)
        {
            if (before.Any(task => task.Id == closed.Task.Id))
            {
                batch.Add(Sql.Command(Remove, Sql.Of(row.CentreId), Sql.Of(row.CaseId), Sql.Of(closed.Task.Id)));
            }

            batch.Add(Sql.Command(Close, [.. Row(session, closed.Task, closed.DueAt), .. End(closed)]));
        }

        foreach (var task in row.State.Tasks)
        {
            if (before.FirstOrDefault(one => one.Id == task.Id) is not { } old)
            {
                batch.Add(Sql.Command(Open, [.. Row(session, task, TaskDue.Of(task, row))]));
            }
            else if (IsMoved(old, task) || TaskDue.Of(old, session.Origin) != TaskDue.Of(task, row))
            {
                batch.Add(Sql.Command(Move, Moved(session, task)));
            }
        }
    }

    private static bool IsMoved(OpenTask old, OpenTask task) =>
        !ReferenceEquals(old, task) && (old.Assignee != task.Assignee || old.Offer != task.Offer || old.StepDueAt != task.StepDueAt || !old.Barred.SequenceEqual(task.Barred));

    private static NpgsqlParameter[] Row(CaseSession session, OpenTask task, DateTimeOffset? dueAt) =>
    [
        Sql.Of(session.Case.CentreId), Sql.Of(session.Case.CaseId), Sql.Of(task.Id), Sql.Of(task.ActivityId), Sql.Of((short)task.Kind),
        Sql.Json(ActivityTitles.Of(session.World.Flow, task.ActivityId)), Sql.Of(UnitOf(session, task)), Sql.Of(TaskRole.Of(task).ToString()),
        Sql.Of(task.Offer.Post), Sql.Of(task.Offer.User), Sql.Of(task.Assignee), Sql.Of(task.Seat), Sql.Of(Array(task.Outcomes)), Sql.Of(Array(task.Barred)),
        Sql.Of(task.OpenedAt), Sql.Nullable(task.StepLimitDays), Sql.Nullable(task.StepDueAt), Sql.Nullable(dueAt), Sql.Of(session.Case.ItemId), Sql.Of(session.Case.CaseNo),
    ];

    private static NpgsqlParameter[] Moved(CaseSession session, OpenTask task) =>
    [
        Sql.Of(session.Case.CentreId), Sql.Of(session.Case.CaseId), Sql.Of(task.Id), Sql.Of(UnitOf(session, task)), Sql.Of(TaskRole.Of(task).ToString()),
        Sql.Of(task.Offer.Post), Sql.Of(task.Offer.User), Sql.Of(task.Assignee), Sql.Of(Array(task.Barred)), Sql.Nullable(task.StepDueAt), Sql.Nullable(TaskDue.Of(task, session.Case)),
    ];

    private static NpgsqlParameter[] End(ClosedTask closed) =>
        [Sql.Of(closed.At), Sql.Of((short)closed.End), Sql.Of(closed.Outcome), Sql.Of(closed.By), Sql.Of(closed.OnBehalfOf), Sql.Of(closed.Opinion)];

    /// <summary>A unit that the organisation does not know (any more) falls back to the case's: the task must be in somebody's inbox.</summary>
    private static int UnitOf(CaseSession session, OpenTask task) =>
        task.Offer.Unit is { } code && session.World.UnitId(code) is { } unit ? unit : session.Case.UnitId;

    private static string[] Array(ImmutableArray<string> values) => values.IsDefaultOrEmpty ? [] : [.. values];
}
