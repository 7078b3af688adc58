namespace ApprovalEngine.Contracts.Accounts;

/// <summary>Something that waits for a person's attention; it goes when its cause does.</summary>
/// <param name="Kind">Alert (one that they have to answer), Upheld (one of theirs that was upheld, and that they may appeal against), Urged (a task of theirs was urged), Copy (a case they were given to read), Escalated (an alert that was handed up to them), Message (what the flow of a case that they may see had them told, the newest of each case, until they open it) or BadRating (an applicant was not content with a unit they supervise).</param>
/// <param name="CaseId">The case.</param>
/// <param name="CaseNo">Its number.</param>
/// <param name="Item">Code of the item.</param>
/// <param name="At">Since when (UTC): of a task, when it was urged last.</param>
/// <param name="By">User name of who urged or copied; null for an alert that nobody decided on, and for what a flow says.</param>
/// <param name="Text">What was written to it, the level of an alert, escalated or not, the words of a message, or the reason of a bad rating; null where nothing was said.</param>
/// <param name="AlertId">The alert; null for others.</param>
/// <param name="TaskId">The task; null for others.</param>
/// <param name="Clock">The clock of an alert, escalated or not: Promised, Legal, Step or Irregularity; null for others.</param>
/// <param name="IsNew">It is an alert that was not acknowledged yet.</param>
public sealed record NoticeView(string Kind, Guid CaseId, string CaseNo, string Item, DateTimeOffset At, string? By, string? Text, long? AlertId, Guid? TaskId, string? Clock, bool IsNew = false)
{
    /// <summary>So many that are to be acted on, and so many that are to be read, are told at once, the newest; where there are so many, there may be more.</summary>
    public const int Most = 30;

    /// <summary>Whether it is to be known and nothing else: a Copy or a Message.</summary>
    public bool IsToRead() => Kind is "Copy" or "Message";
}
