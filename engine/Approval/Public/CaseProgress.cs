using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Ratings;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Public;

/// <summary>How a case stands, for its applicant: no names, no opinions, nothing of who works on it. Dates are the centre's.</summary>
public sealed record CaseProgress
{
    /// <summary>Its number.</summary>
    public required string CaseNo { get; init; }

    /// <summary>What was applied for.</summary>
    public required LocalText Item { get; init; }

    /// <summary>The unit that handles it.</summary>
    public required LocalText Unit { get; init; }

    /// <summary>Where it stands.</summary>
    public required CaseStatus Status { get; init; }

    /// <summary>How it was closed; null while open, cancelled or not accepted.</summary>
    public Decision? Decision { get; init; }

    /// <summary>Day of receipt.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Day by which the applicant is told whether it is accepted; null once that is answered, and where it is not known.</summary>
    public DateOnly? AnsweredBy { get; init; }

    /// <summary>Day of acceptance; null before.</summary>
    public DateOnly? AcceptedOn { get; init; }

    /// <summary>Day by which it is decided; null before acceptance, while the clock stands still and while a calendar is missing.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Whether the due moment has passed without a decision.</summary>
    public bool IsLate { get; init; }

    /// <summary>Day of its end; null while open.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>Day since which the clock stands still; null while it runs.</summary>
    public DateOnly? StoppedOn { get; init; }

    /// <summary>Whether the applicant has to supply what a notice of correction names.</summary>
    public bool AwaitsCorrection { get; init; }

    /// <summary>What the applicant was told in writing and what of it still stands: while a correction is awaited, and where the application was not accepted; else null.</summary>
    public ProgressNotice? Notice { get; init; }

    /// <summary>What the applicant was told of limits that moved, oldest first; without names.</summary>
    public IReadOnlyList<ProgressClock> Clocks { get; init; } = [];

    /// <summary>The year whose calendar is missing for the due day; null for most.</summary>
    public int? MissingYear { get; init; }

    /// <summary>The promised limit with its extension, in working days; null for a date given from outside, and before acceptance.</summary>
    public int? LimitDays { get; init; }

    /// <summary>Every day up to the due day and why it counts or not.</summary>
    public IReadOnlyList<ClockDay> Days { get; init; } = [];

    /// <summary>What the applicant said of it; null while nothing was said.</summary>
    public Grade? Rating { get; init; }

    /// <summary>What was issued.</summary>
    public IReadOnlyList<ProgressPaper> Papers { get; init; } = [];

    /// <summary>Papers that the applicant promised and that are not there yet: what is issued is handed out when they are.</summary>
    public IReadOnlyList<AwaitedPaper> Awaited { get; init; } = [];

    /// <summary>Messages to the applicant, oldest first.</summary>
    public IReadOnlyList<ProgressMessage> Told { get; init; } = [];
}

/// <summary>A limit that moved.</summary>
/// <param name="On">The day.</param>
/// <param name="Words">The cause of a suspension, or the reason of an extension.</param>
/// <param name="Basis">Legal basis of a suspension; null for none.</param>
/// <param name="Until">The day on which a suspension ends by itself; null for none.</param>
/// <param name="EndedOn">The day on which the clock went on; null while it stands still.</param>
/// <param name="Days">Working days that were added; null for a suspension.</param>
public sealed record ProgressClock(DateOnly On, string Words, string? Basis, DateOnly? Until, DateOnly? EndedOn, int? Days)
{
    internal static ProgressClock Of(ClockNotice notice, WorkingCalendar calendar) => new(calendar.LocalDate(notice.At), notice.Words, notice.Basis, notice.Until, notice.EndedOn, notice.Days);
}

/// <summary>A paper that was promised.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="PromisedOn">By which day; null where none was written down.</param>
public sealed record AwaitedPaper(LocalText Name, DateOnly? PromisedOn);

/// <summary>A message to the applicant.</summary>
/// <param name="On">The day.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">What was said.</param>
public sealed record ProgressMessage(DateOnly On, string Subject, string Text)
{
    internal static ProgressMessage Of(CaseTold told, WorkingCalendar calendar) => new(calendar.LocalDate(told.At), told.Subject, told.Text);
}

/// <summary>A document that was issued.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Number">Its number.</param>
/// <param name="IssuedOn">When.</param>
public sealed record ProgressPaper(string Title, string Number, DateOnly IssuedOn);
