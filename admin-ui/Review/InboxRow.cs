using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Tasks;

namespace ApprovalEngine.AdminUi.Review;

/// <summary>A row of an inbox, whichever list it is in.</summary>
/// <param name="Key">The task, or the case where there is none.</param>
/// <param name="CaseId">The case.</param>
/// <param name="CaseNo">Its number.</param>
/// <param name="Item">Code of the item.</param>
/// <param name="Applicant">Name of the applicant.</param>
/// <param name="Title">What the step is called; null for a copy.</param>
/// <param name="Task">The open task; null in the lists of what is done and copied.</param>
/// <param name="At">When it was done or copied.</param>
/// <param name="Note">The answer, or what was written to a copy.</param>
/// <param name="By">Who gave the copy.</param>
/// <param name="IsUnread">A copy that was not opened yet.</param>
/// <param name="NoteTitle">What the flow's author calls the answer; null where they said nothing.</param>
public sealed record InboxRow(
    Guid Key, Guid CaseId, string CaseNo, string Item, string Applicant, LocalText? Title, TaskListed? Task = null, DateTimeOffset? At = null, string? Note = null,
    string? By = null, bool IsUnread = false, LocalText? NoteTitle = null)
{
    /// <summary>An open task.</summary>
    public static InboxRow Of(TaskListed task) => new(task.TaskId, task.CaseId, task.CaseNo, task.Item, task.Applicant, task.Title, task);

    /// <summary>A task that was answered.</summary>
    public static InboxRow Of(TaskDone done) => new(done.TaskId, done.CaseId, done.CaseNo, done.Item, done.Applicant, done.Title, At: done.At, Note: done.Outcome, NoteTitle: done.OutcomeTitle);

    /// <summary>A case that was given to read.</summary>
    public static InboxRow Of(CopyListed copy) =>
        new(copy.CaseId, copy.CaseId, copy.CaseNo, copy.Item, copy.Applicant, null, At: copy.At, Note: copy.Text, By: copy.By, IsUnread: copy.ReadAt is null);

    /// <summary>Under which heading it stands: a key of the texts.</summary>
    public string Group => Task switch
    {
        null => "",
        { IsStopped: true } => "Group.Stopped",
        { RemainingDays: < 0 } => "Group.Overdue",
        { RemainingDays: 0 } => "Group.Today",
        { RemainingDays: <= InboxFilter.WeekDays } => "Group.Week",
        { RemainingDays: null } => "Group.Undated",
        _ => "Group.Later",
    };
}
