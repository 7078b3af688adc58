using System.Text.Json.Nodes;
using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Approval.Cases;

/// <summary>What a case is made of before its first step.</summary>
public sealed record NewCase
{
    /// <summary>The centre, item and flow.</summary>
    public required CaseWorld World { get; init; }

    /// <summary>Version of the flow.</summary>
    public required int FlowVersion { get; init; }

    /// <summary>Instant (UTC) of receipt.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>How it came in.</summary>
    public required Channel Channel { get; init; }

    /// <summary>The handling unit.</summary>
    public required int UnitId { get; init; }

    /// <summary>The window; null for others.</summary>
    public int? WindowId { get; init; }

    /// <summary>Who applies.</summary>
    public required Guid ApplicantId { get; init; }

    /// <summary>Kind of applicant.</summary>
    public required ApplicantKind ApplicantKind { get; init; }

    /// <summary>Name of the applicant.</summary>
    public required string ApplicantName { get; init; }

    /// <summary>User name of who enters it.</summary>
    public required string ReceivedBy { get; init; }

    /// <summary>The project it is a stage of.</summary>
    public string? ProjectNo { get; init; }

    /// <summary>The form.</summary>
    public required JsonObject Form { get; init; }

    /// <summary>Number it had elsewhere; the case's id is derived from it, so that importing twice gives the same id.</summary>
    public string? ExternalNo { get; init; }

    /// <summary>A due moment (UTC) taken as given instead of the item's limits.</summary>
    public DateTimeOffset? CalendarDueAt { get; init; }

    /// <summary>History is replayed: nothing is sent outside.</summary>
    public bool IsReplay { get; init; }
}
