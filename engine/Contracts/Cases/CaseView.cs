using System.Text.Json.Nodes;
using ApprovalEngine.Contracts.Tasks;

namespace ApprovalEngine.Contracts.Cases;

/// <summary>A case as its page shows it.</summary>
public sealed record CaseView
{
    /// <summary>What lists show of it.</summary>
    public required CaseListed Case { get; init; }

    /// <summary>Number of the last row of its trail.</summary>
    public required int Version { get; init; }

    /// <summary>User name of who entered it.</summary>
    public required string ReceivedBy { get; init; }

    /// <summary>The flow and its version.</summary>
    public required string Flow { get; init; }

    /// <summary>The form, filled in; the middle of ID and telephone numbers is hidden.</summary>
    public required JsonObject Form { get; init; }

    /// <summary>Who applies.</summary>
    public required ApplicantView Applicant { get; init; }

    /// <summary>The days within which it is answered whether it is accepted, before silence accepts it; null for none.</summary>
    public ClockView? Acceptance { get; init; }

    /// <summary>The promised clock; null before acceptance.</summary>
    public ClockView? Promised { get; init; }

    /// <summary>The legal clock; null before acceptance.</summary>
    public ClockView? Legal { get; init; }

    /// <summary>Tasks that are open.</summary>
    public required IReadOnlyList<TaskListed> OpenTasks { get; init; }

    /// <summary>Tasks that ended, oldest first.</summary>
    public required IReadOnlyList<TaskAnswered> Answered { get; init; }

    /// <summary>What was done to it and its tasks beside answering them, oldest first.</summary>
    public required IReadOnlyList<CourseAct> Course { get; init; }

    /// <summary>What was said about it.</summary>
    public required IReadOnlyList<CaseNoteView> Notes { get; init; }

    /// <summary>The materials.</summary>
    public required IReadOnlyList<SuppliedMaterial> Materials { get; init; }

    /// <summary>The files.</summary>
    public required IReadOnlyList<AttachmentView> Attachments { get; init; }

    /// <summary>The documents issued.</summary>
    public required IReadOnlyList<DocumentView> Documents { get; init; }

    /// <summary>What the applicant was told in writing, oldest first.</summary>
    public required IReadOnlyList<NoticeGiven> Notices { get; init; }

    /// <summary>What the applicant was told in writing of limits that moved, oldest first.</summary>
    public IReadOnlyList<ClockNotice> ClockNotices { get; init; } = [];

    /// <summary>What the applicant was told beside notices, oldest first.</summary>
    public IReadOnlyList<CaseTold> Told { get; init; } = [];

    /// <summary>Code of the window where it was handed in; null for none.</summary>
    public string? Window { get; init; }

    /// <summary>How content the applicant is with it; null while nothing was said.</summary>
    public RatingView? Rating { get; init; }

    /// <summary>What the applicant follows it with; null for whoever does not hand out receipts.</summary>
    public InquiryView? Inquiry { get; init; }

    /// <summary>Faults that wait for an administrator.</summary>
    public required IReadOnlyList<IncidentView> Incidents { get; init; }

    /// <summary>By what the person who asks may see it.</summary>
    public required IReadOnlyList<SightReason> SeenBy { get; init; }

    /// <summary>Codes of the papers that are promised and not there yet; until they are, documents cannot be opened to be handed out.</summary>
    public IReadOnlyList<string> AwaitedPapers { get; init; } = [];

    /// <summary>Whether documents are not opened to the person who asks until those papers are there.</summary>
    public required bool AreDocumentsHeld { get; init; }

    /// <summary>Whether that includes ID and telephone numbers in full, for a reason that they give.</summary>
    public required bool MayShowNumbers { get; init; }

    /// <summary>Whether the person who asks may write a note: auditors only read.</summary>
    public required bool MayComment { get; init; }

    /// <summary>Whether the person who asks may record papers of it as it stands.</summary>
    public required bool MaySupply { get; init; }

    /// <summary>Whether they may find needless what was promised and not brought.</summary>
    public required bool MayLetGo { get; init; }

    /// <summary>What the person who asks may do with it outside its tasks, as it stands: Suspend, Resume, Extend, Withdrawn, Terminated, MoveTasks, RaiseAlert.</summary>
    public IReadOnlyList<string> Acts { get; init; } = [];
}

/// <summary>Something said or recorded about a case.</summary>
/// <param name="At">Instant (UTC).</param>
/// <param name="Actor">User name.</param>
/// <param name="Kind">Comment, Journal or AfterClosing.</param>
/// <param name="Text">What.</param>
public sealed record CaseNoteView(DateTimeOffset At, string Actor, string Kind, string Text);

/// <summary>A file of a case.</summary>
/// <param name="AttachmentId">Its id.</param>
/// <param name="MaterialCode">The material it belongs to.</param>
/// <param name="FileName">Its name.</param>
/// <param name="MediaType">Found from its content.</param>
/// <param name="Size">Bytes.</param>
/// <param name="UploadedAt">Instant (UTC).</param>
/// <param name="UploadedBy">User name.</param>
public sealed record AttachmentView(Guid AttachmentId, string? MaterialCode, string FileName, string MediaType, long Size, DateTimeOffset UploadedAt, string UploadedBy);

/// <summary>A document that was issued.</summary>
/// <param name="No">Its number within the case.</param>
/// <param name="Title">Its name.</param>
/// <param name="Number">Its number.</param>
/// <param name="VerificationCode">What a holder checks it by.</param>
/// <param name="Text">Its text.</param>
/// <param name="IssuedAt">Instant (UTC).</param>
/// <param name="IssuedBy">User name.</param>
/// <param name="HasFile">Whether its file can be opened: it is there, or this host can make it.</param>
public sealed record DocumentView(int No, string Title, string Number, string VerificationCode, string Text, DateTimeOffset IssuedAt, string IssuedBy, bool HasFile);

/// <summary>A fault inside the flow.</summary>
/// <param name="ActivityId">Where.</param>
/// <param name="Message">What happened: in English, or in the words of the flow (Raised) or of the other system (Service).</param>
/// <param name="Kind">Unknown, Expression, Input, Definition, Service, Route, TooMuch, Raised, NewVersion or NotExecutedHere.</param>
public sealed record IncidentView(string ActivityId, string Message, string Kind);

/// <summary>Why a person may see a case.</summary>
/// <param name="Kind">Role, Task, Act or Agent.</param>
/// <param name="Detail">The role and unit, the step, or the act.</param>
public sealed record SightReason(string Kind, string Detail);
