using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Cases;

/// <summary>A case as its row stands: what was handed in, the flow's state, and the columns derived from it.</summary>
public sealed record CaseRecord
{
    /// <summary>The centre.</summary>
    public required int CentreId { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Case number.</summary>
    public required string CaseNo { get; init; }

    /// <summary>Number it had elsewhere; null for cases received here.</summary>
    public string? ExternalNo { get; init; }

    /// <summary>The item.</summary>
    public required int ItemId { get; init; }

    /// <summary>The item's version: its limits hold for this case.</summary>
    public required int ItemVersion { get; init; }

    /// <summary>The flow.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>The flow's version; a running case stays on it.</summary>
    public required int DefinitionVersion { get; init; }

    /// <summary>0 instant, 1 promised.</summary>
    public required short Kind { get; init; }

    /// <summary>Where it stands.</summary>
    public CaseStatus Status { get; init; }

    /// <summary>Number of the last row of its trail; 0 before it was first written.</summary>
    public int Version { get; init; }

    /// <summary>How it came in.</summary>
    public required Channel Channel { get; init; }

    /// <summary>The handling unit.</summary>
    public required int UnitId { get; init; }

    /// <summary>The window where it was received; null for others.</summary>
    public int? WindowId { get; init; }

    /// <summary>Who applies.</summary>
    public required Guid ApplicantId { get; init; }

    /// <summary>Kind of applicant, for expressions.</summary>
    public required ApplicantKind ApplicantKind { get; init; }

    /// <summary>Name of the applicant, for expressions and lists.</summary>
    public required string ApplicantName { get; init; }

    /// <summary>User name of who entered it.</summary>
    public required string ReceivedBy { get; init; }

    /// <summary>The project it is a stage of; null for most.</summary>
    public string? ProjectNo { get; init; }

    /// <summary>Receipt (UTC).</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Acceptance (UTC); null before.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>How its limits count.</summary>
    public LimitKind LimitKind { get; init; }

    /// <summary>Legal limit in working days; null for a calendar limit.</summary>
    public int? LegalDays { get; init; }

    /// <summary>Promised limit in working days; null for a calendar limit.</summary>
    public int? PromisedDays { get; init; }

    /// <summary>A due moment given from outside (UTC), for a calendar limit.</summary>
    public DateTimeOffset? CalendarDueAt { get; init; }

    /// <summary>Promised due moment (UTC); null before acceptance, while stopped, and while a calendar year is missing.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Legal due moment (UTC); null likewise.</summary>
    public DateTimeOffset? LegalDueAt { get; init; }

    /// <summary>Moment of the notice (UTC); null when there is none.</summary>
    public DateTimeOffset? NoticeAt { get; init; }

    /// <summary>When it ended (UTC), in whatever way; null while open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>How it was closed; null while open, cancelled or not accepted.</summary>
    public Decision? Decision { get; init; }

    /// <summary>Working days used at the closing; null for a calendar limit.</summary>
    public int? UsedDays { get; init; }

    /// <summary>Hash of the last row of its trail.</summary>
    public required byte[] HeadHash { get; init; }

    /// <summary>The flow's state.</summary>
    public required FlowState State { get; init; }

    /// <summary>The applicant's form.</summary>
    public required JsonObject Form { get; init; }

    /// <summary>Version of the calendar that its moments were last reckoned with; 0 when that is not known.</summary>
    public int CalendarVersion { get; init; }

    /// <summary>Keys of the alerts raised so far; each has its row among the alerts.</summary>
    public ImmutableArray<string> RaisedAlerts { get; init; } = [];

    /// <summary>When the alert watch looks again (UTC); null when nothing is coming.</summary>
    public DateTimeOffset? NextAlertAt { get; init; }

    /// <summary>Instant (UTC) of the last step.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether it has not ended.</summary>
    public bool IsOpen => Status < CaseStatus.Cancelled;
}
