using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Workflow.Runtime;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>The columns of a case and how a row of them is read; used by the writer and by the queries.</summary>
internal static class CaseFields
{
    public const string Select = """
        c.centre_id, c.case_id, c.case_no, c.external_no, c.item_id, c.item_version, c.definition_id, c.definition_version, c.kind, c.status,
        c.version, c.channel, c.unit_id, c.window_id, c.applicant_id, p.kind, p.name, c.received_by, c.project_no, c.received_at,
        c.accepted_at, c.limit_kind, c.legal_days, c.promised_days, c.calendar_due_at, c.due_at, c.legal_due_at, c.notice_at, c.closed_at,
        c.decision, c.used_days, c.head_hash, c.state::text, c.form::text, c.updated_at, c.calendar_version,
        c.raised_alerts, c.next_alert_at
        """;

    public const string From = "cases c join applicant p on p.centre_id = c.centre_id and p.applicant_id = c.applicant_id";

    /// <summary>Number of columns; what a query adds begins here.</summary>
    public const int Count = 38;

    public static CaseRecord Read(NpgsqlDataReader reader) => new()
    {
        CentreId = reader.GetInt32(0),
        CaseId = reader.GetGuid(1),
        CaseNo = reader.GetString(2),
        ExternalNo = Text(reader, 3),
        ItemId = reader.GetInt32(4),
        ItemVersion = reader.GetInt32(5),
        DefinitionId = reader.GetString(6),
        DefinitionVersion = reader.GetInt32(7),
        Kind = reader.GetInt16(8),
        Status = (CaseStatus)reader.GetInt16(9),
        Version = reader.GetInt32(10),
        Channel = (Channel)reader.GetInt16(11),
        UnitId = reader.GetInt32(12),
        WindowId = Whole(reader, 13),
        ApplicantId = reader.GetGuid(14),
        ApplicantKind = (ApplicantKind)reader.GetInt16(15),
        ApplicantName = reader.GetString(16),
        ReceivedBy = reader.GetString(17),
        ProjectNo = Text(reader, 18),
        ReceivedAt = reader.GetFieldValue<DateTimeOffset>(19),
        AcceptedAt = Instant(reader, 20),
        LimitKind = (LimitKind)reader.GetInt16(21),
        LegalDays = Whole(reader, 22),
        PromisedDays = Whole(reader, 23),
        CalendarDueAt = Instant(reader, 24),
        DueAt = Instant(reader, 25),
        LegalDueAt = Instant(reader, 26),
        NoticeAt = Instant(reader, 27),
        ClosedAt = Instant(reader, 28),
        Decision = reader.IsDBNull(29) ? null : Enum.Parse<Decision>(reader.GetString(29)),
        UsedDays = Whole(reader, 30),
        HeadHash = reader.GetFieldValue<byte[]>(31),
        State = FlowStateJson.Read(reader.GetString(32)),
        Form = JsonNode.Parse(reader.GetString(33))!.AsObject(),
        UpdatedAt = reader.GetFieldValue<DateTimeOffset>(34),
        CalendarVersion = reader.GetInt32(35),
        RaisedAlerts = ImmutableCollectionsMarshal.AsImmutableArray(reader.GetFieldValue<string[]>(36)),
        NextAlertAt = Instant(reader, 37),
    };

    public static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static int? Whole(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);

    public static DateTimeOffset? Instant(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);
}
