using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>The columns of a case that lists show: without form and state, which are large.</summary>
internal sealed record CaseListing
{
    public const string Select = """
        c.case_id, c.case_no, c.external_no, c.item_id, c.item_version, p.name, c.channel, c.status, c.unit_id, c.window_id, c.received_at, c.accepted_at,
        c.due_at, c.closed_at, c.decision, c.notice_at
        """;

    /// <summary>Number of columns; what a query adds begins here.</summary>
    public const int Count = 16;

    public required Guid CaseId { get; init; }

    public required string CaseNo { get; init; }

    public string? ExternalNo { get; init; }

    public required int ItemId { get; init; }

    public required int ItemVersion { get; init; }

    public required string Applicant { get; init; }

    public required Channel Channel { get; init; }

    public required CaseStatus Status { get; init; }

    public required int UnitId { get; init; }

    public int? WindowId { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset? AcceptedAt { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public string? Decision { get; init; }

    public DateTimeOffset? NoticeAt { get; init; }

    private bool IsOpen => Status < CaseStatus.Cancelled;

    public static CaseListing Read(NpgsqlDataReader reader) => new()
    {
        CaseId = reader.GetGuid(0),
        CaseNo = reader.GetString(1),
        ExternalNo = CaseFields.Text(reader, 2),
        ItemId = reader.GetInt32(3),
        ItemVersion = reader.GetInt32(4),
        Applicant = reader.GetString(5),
        Channel = (Channel)reader.GetInt16(6),
        Status = (CaseStatus)reader.GetInt16(7),
        UnitId = reader.GetInt32(8),
        WindowId = CaseFields.Whole(reader, 9),
        ReceivedAt = reader.GetFieldValue<DateTimeOffset>(10),
        AcceptedAt = CaseFields.Instant(reader, 11),
        DueAt = CaseFields.Instant(reader, 12),
        ClosedAt = CaseFields.Instant(reader, 13),
        Decision = CaseFields.Text(reader, 14),
        NoticeAt = CaseFields.Instant(reader, 15),
    };

    public static CaseListing Of(CaseRecord row) => new()
    {
        CaseId = row.CaseId,
        CaseNo = row.CaseNo,
        ExternalNo = row.ExternalNo,
        ItemId = row.ItemId,
        ItemVersion = row.ItemVersion,
        Applicant = row.ApplicantName,
        Channel = row.Channel,
        Status = row.Status,
        UnitId = row.UnitId,
        WindowId = row.WindowId,
        ReceivedAt = row.ReceivedAt,
        AcceptedAt = row.AcceptedAt,
        DueAt = row.DueAt,
        ClosedAt = row.ClosedAt,
        Decision = row.Decision?.ToString(),
        NoticeAt = row.NoticeAt,
    };

    public CaseListed Listed(CentreDirectory directory, ItemEntry item, DueDays days) => new()
    {
        CaseId = CaseId,
        CaseNo = CaseNo,
        ExternalNo = ExternalNo,
        Item = item.Code,
        ItemName = item.Name,
        Applicant = Applicant,
        Channel = Channel.ToString(),
        Status = Status.ToString(),
        Unit = directory.Unit(UnitId).Code,
        Window = WindowId is { } window ? directory.Unit(window).Code : null,
        ReceivedAt = ReceivedAt,
        AcceptedAt = AcceptedAt,
        DueAt = DueAt,
        ClosedAt = ClosedAt,
        Decision = Decision,
        IsOverdue = IsOpen && DueAt < days.At,
        RemainingDays = IsOpen ? days.Until(DueAt) : null,
        IsNoticed = Status == CaseStatus.Open && NoticeAt <= days.At,
    };
}
