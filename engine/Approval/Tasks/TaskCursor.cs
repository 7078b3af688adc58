using System.Globalization;
using ApprovalEngine.Approval.Cases;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>Key of a row in a list of tasks: by due moment, those without one last.</summary>
internal sealed record TaskCursor(DateTimeOffset? DueAt, Guid CaseId, int TaskNo)
{
    /// <summary>Before the first row.</summary>
    public static TaskCursor Start { get; } = new(DateTimeOffset.MinValue, Guid.Empty, 0);

    public string Write() => Cursor.Write(DueAt?.ToString("O", CultureInfo.InvariantCulture) ?? "", CaseId.ToString(), TaskNo.ToString(CultureInfo.InvariantCulture));

    public static TaskCursor Read(string? cursor)
    {
        if (cursor is null)
        {
            return Start;
        }

        var parts = Cursor.Read(cursor, 3);
        DateTimeOffset due = default;
        return (parts[0].Length == 0 || DateTimeOffset.TryParse(parts[0], CultureInfo.InvariantCulture, out due))
            && Guid.TryParse(parts[1], out var caseId) && int.TryParse(parts[2], CultureInfo.InvariantCulture, out var taskNo)
            ? new TaskCursor(parts[0].Length == 0 ? null : due, caseId, taskNo)
            : throw Cursor.Invalid();
    }
}
