using ApprovalEngine.Contracts.Tasks;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>An order of a list of open tasks, as it stands in SQL. $3 to $5 and $14 are the key of the last row shown.</summary>
/// <param name="From">Where rows <c>t</c> come from, with those beside them that the key names; null where it names none.</param>
/// <param name="Columns">The key: what a selection needs to be put in order again.</param>
/// <param name="After">Which rows come after the last one shown.</param>
/// <param name="By">The order of rows <c>t</c>.</param>
/// <param name="Again">The order of the rows <c>w</c> that were selected.</param>
internal sealed record TaskOrder(string? From, string Columns, string After, string By, string Again)
{
    // Along the indexes of task_open for one person or what is on offer, which end in due, case, task. Those without a due moment come last.
    private static readonly TaskOrder Due = new(
        null,
        "t.due_at, t.case_id, t.task_no",
        "(($3::timestamptz is not null and (t.due_at is null or (t.due_at, t.case_id, t.task_no) > ($3, $4, $5))) or ($3::timestamptz is null and t.due_at is null and (t.case_id, t.task_no) > ($4, $5)))",
        "order by t.due_at, t.case_id, t.task_no",
        "order by w.due_at, w.case_id, w.task_no");

    // No index has these orders: what one person has, is offered or oversees is read as a whole and the page's rows are kept.
    private static readonly TaskOrder Opened = new(
        null,
        "t.opened_at, t.case_id, t.task_no",
        "(t.opened_at, t.case_id, t.task_no) > ($3, $4, $5)",
        "order by t.opened_at, t.case_id, t.task_no",
        "order by w.opened_at, w.case_id, w.task_no");

    private static readonly TaskOrder Item = new(
        TaskFields.From,
        "i.code, coalesce(t.due_at, 'infinity') due, t.case_id, t.task_no",
        "(i.code, coalesce(t.due_at, 'infinity'), t.case_id, t.task_no) > ($14, coalesce($3, 'infinity'), $4, $5)",
        "order by i.code, coalesce(t.due_at, 'infinity'), t.case_id, t.task_no",
        "order by w.code, w.due, w.case_id, w.task_no");

    /// <summary>The order that is asked for.</summary>
    public static TaskOrder Of(TaskSort? sort) => sort switch { TaskSort.Opened => Opened, TaskSort.Item => Item, _ => Due };
}
