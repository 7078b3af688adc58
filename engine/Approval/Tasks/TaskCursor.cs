using System.Globalization;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Contracts.Tasks;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>A place in a list of tasks: the key of a row in the list's order. It names the order, so that one of another is refused.</summary>
/// <param name="Sort">The order.</param>
/// <param name="At">When the task is due, or was opened; null for one without a due moment.</param>
/// <param name="CaseId">Its case.</param>
/// <param name="TaskNo">Its number there.</param>
/// <param name="Item">Code of the item, where that puts it in order.</param>
internal sealed record TaskCursor(TaskSort Sort, DateTimeOffset? At, Guid CaseId, int TaskNo, string Item = "")
{
    /// <summary>The place behind a row.</summary>
    public static TaskCursor Behind(TaskSort? sort, TaskRow row) => sort switch
    {
        TaskSort.Opened => new(TaskSort.Opened, row.OpenedAt, row.CaseId, row.TaskNo),
        TaskSort.Item => new(TaskSort.Item, row.DueAt, row.CaseId, row.TaskNo, row.Item),
        _ => new(TaskSort.Due, row.DueAt, row.CaseId, row.TaskNo),
    };

    public string Write() => Cursor.Write(
        Sort.ToString(), At?.ToString("O", CultureInfo.InvariantCulture) ?? "", CaseId.ToString(), TaskNo.ToString(CultureInfo.InvariantCulture), Item);

    /// <summary>Reads a place; before the first row without one.</summary>
    public static TaskCursor Read(TaskSort? sort, string? cursor)
    {
        if (cursor is null)
        {
            return new(sort ?? TaskSort.Due, DateTimeOffset.MinValue, Guid.Empty, 0);
        }

        var parts = Cursor.Read(cursor, 5);
        DateTimeOffset at = default;
        return parts[0] == (sort ?? TaskSort.Due).ToString()
            && (parts[1].Length == 0 || DateTimeOffset.TryParse(parts[1], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out at))
            && Guid.TryParse(parts[2], out var caseId) && int.TryParse(parts[3], CultureInfo.InvariantCulture, out var taskNo)
            ? new TaskCursor(sort ?? TaskSort.Due, parts[1].Length == 0 ? null : at, caseId, taskNo, parts[4])
            : throw Cursor.Invalid();
    }
}
