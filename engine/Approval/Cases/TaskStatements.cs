using System.Collections.Immutable;
using ApprovalEngine.Approval.Cases.Rows;
using ApprovalEngine.Workflow.Runtime;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>The task tables follow from the state: open ones in a small table, ended ones in an append-only one.</summary>
internal static class TaskStatements
{
    private static readonly RowColumn<TaskRow>[] Key =
    [
        Column.Of<TaskRow>("centre_id", row => row.Session.Case.CentreId),
        Column.Of<TaskRow>("case_id", row => row.Session.Case.CaseId),
        Column.Of<TaskRow>("task_no", row => row.Task.Id),
    ];

    // What an act may change of an open task.
    private static readonly RowColumn<TaskRow>[] Holding =
    [
        Column.Of<TaskRow>("unit_id", UnitOf),
        Column.Of<TaskRow>("role", row => TaskRole.Of(row.Task).ToString()),
        Column.Of<TaskRow>("post", row => row.Task.Offer.Post),
        Column.Of<TaskRow>("offered_user", row => row.Task.Offer.User),
        Column.Of<TaskRow>("assignee", row => row.Task.Assignee),
        Column.Texts<TaskRow>("barred", row => Array(row.Task.Barred)),
        Column.Of<TaskRow>("step_due_at", row => row.Task.StepDueAt),
        Column.Of<TaskRow>("due_at", row => row.DueAt),
        Column.Of<TaskRow>("owner", row => row.Task.Owner),
        Column.Of<TaskRow>("urged", row => row.Task.Urged),
    ];

    private static readonly RowColumn<TaskRow>[] Whole =
    [
        .. Key, .. Holding,
        Column.Of<TaskRow>("activity_id", row => row.Task.ActivityId),
        Column.Of<TaskRow>("kind", row => (short)row.Task.Kind),
        Column.Jsonb<TaskRow>("title", row => ActivityTitles.Of((row.End is null ? null : row.Session.LeftFlow) ?? row.Session.World.Flow, row.Task.ActivityId)),
        Column.Of<TaskRow>("seat", row => row.Task.Seat),
        Column.Texts<TaskRow>("outcomes", row => Array(row.Task.Outcomes)),
        Column.Of<TaskRow>("opened_at", row => row.Task.OpenedAt),
        Column.Of<TaskRow>("step_limit_days", row => row.Task.StepLimitDays),
        Column.Of<TaskRow>("item_id", row => row.Session.Case.ItemId),
        Column.Of<TaskRow>("case_no", row => row.Session.Case.CaseNo),
        Column.Of<TaskRow>("parent_no", row => row.Task.Parent),
    ];

    private static readonly RowStatement<TaskRow> PlanSigners =
        RowStatement<TaskRow>.Update("task_open", Key.Length, [.. Key, Column.Texts<TaskRow>("signers_after", row => Array(row.Task.SignersAfter))]);

    private static readonly RowStatement<TaskRow> Remove = RowStatement<TaskRow>.Delete("task_open", Key);

    private static readonly RowStatement<TaskRow> Open = RowStatement<TaskRow>.Insert("task_open", "", Whole);

    private static readonly RowStatement<TaskRow> Move = RowStatement<TaskRow>.Update("task_open", Key.Length, [.. Key, .. Holding]);

    private static readonly RowStatement<TaskRow> Close = RowStatement<TaskRow>.Insert("task_closed", "",
    [
        .. Whole,
        Column.Of<TaskRow>("closed_at", row => row.End!.At),
        Column.Of<TaskRow>("task_end", row => (short)row.End!.End),
        Column.Of<TaskRow>("outcome", row => row.End!.Outcome),
        Column.Of<TaskRow>("closed_by", row => row.End!.By),
        Column.Of<TaskRow>("on_behalf_of", row => row.End!.OnBehalfOf),
        Column.Of<TaskRow>("opinion", row => row.End!.Opinion),
        Column.Of<TaskRow>("closed_seq", row => row.End!.Seq),
    ]);

    public static void Add(IReadOnlyList<CaseSession> sessions, ICollection<NpgsqlBatchCommand> batch)
    {
        var (removed, closed, opened, moved, planned) = (new List<TaskRow>(), new List<TaskRow>(), new List<TaskRow>(), new List<TaskRow>(), new List<TaskRow>());
        foreach (var session in sessions)
        {
            var before = session.Origin.Version > 0 ? session.Origin.State.Tasks : [];
            closed.AddRange(session.Changes.ClosedTasks.Select(end => new TaskRow(session, end.Task, end.DueAt, end)));
            removed.AddRange(session.Changes.ClosedTasks.Where(end => before.Any(task => task.Id == end.Task.Id)).Select(end => new TaskRow(session, end.Task, null, null)));
            foreach (var task in session.Case.State.Tasks)
            {
                var dueAt = TaskDue.Of(task, session.Case);
                var old = before.FirstOrDefault(one => one.Id == task.Id);
                if (!task.SignersAfter.SequenceEqual(old?.SignersAfter ?? []))
                {
                    planned.Add(new TaskRow(session, task, dueAt, null));
                }

                if (old is null)
                {
                    opened.Add(new TaskRow(session, task, dueAt, null));
                }
                else if (IsMoved(old, task) || TaskDue.Of(old, session.Origin) != dueAt)
                {
                    moved.Add(new TaskRow(session, task, dueAt, null));
                }
            }
        }

        Remove.Add(batch, removed);
        Close.Add(batch, closed);
        Open.Add(batch, opened);
        Move.Add(batch, moved);
        PlanSigners.Add(batch, planned);
    }

    private static bool IsMoved(OpenTask old, OpenTask task) =>
        !ReferenceEquals(old, task)
        && (old.Assignee != task.Assignee || old.Offer != task.Offer || old.StepDueAt != task.StepDueAt || old.Owner != task.Owner || old.Urged != task.Urged
            || !old.Barred.SequenceEqual(task.Barred));

    /// <summary>A unit that the organisation does not know (any more) falls back to the case's: the task must be in somebody's inbox.</summary>
    private static int UnitOf(TaskRow row) =>
        row.Task.Offer.Unit is { } code && row.Session.World.UnitId(code) is { } unit ? unit : row.Session.Case.UnitId;

    private static ImmutableArray<string> Array(ImmutableArray<string> values) => values.IsDefault ? [] : values;

    private sealed record TaskRow(CaseSession Session, OpenTask Task, DateTimeOffset? DueAt, ClosedTask? End);
}
