using System.Text.Json;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Tasks;
using ApprovalEngine.Workflow.Runtime;
using Npgsql;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>The columns of a task and how a row of them is read.</summary>
internal static class TaskFields
{
    public const string Select = """
        t.case_id, t.task_no, t.case_no, i.code, t.activity_id, t.title::text, t.kind, t.unit_id, t.role, t.post, t.assignee, t.seat, t.outcomes,
        t.opened_at, t.step_limit_days, t.due_at, t.owner, t.parent_no, t.urged, p.name, t.due_at is not null and (k.due_at is null or t.due_at < k.due_at or t.due_at is not distinct from t.step_due_at),
        t.item_id, k.item_version, t.due_at is not null and t.due_at is distinct from t.step_due_at and (k.due_at is null or t.due_at < k.due_at),
        k.status = 2, k.notice_at
        """;

    public const string From = """
        task_open t join item i on i.centre_id = t.centre_id and i.item_id = t.item_id
            join cases k on k.centre_id = t.centre_id and k.case_id = t.case_id
            join applicant p on p.centre_id = k.centre_id and p.applicant_id = k.applicant_id
        """;

    public static TaskRow Read(NpgsqlDataReader reader) => new(
        reader.GetGuid(0), reader.GetInt32(1), reader.GetString(2), reader.GetString(3), reader.GetString(4),
        JsonSerializer.Deserialize<LocalText>(reader.GetString(5), JsonText.Options)!, (TaskKind)reader.GetInt16(6), reader.GetInt32(7), reader.GetString(8),
        CaseFields.Text(reader, 9), CaseFields.Text(reader, 10), CaseFields.Text(reader, 11), reader.GetFieldValue<string[]>(12),
        reader.GetFieldValue<DateTimeOffset>(13), CaseFields.Whole(reader, 14), CaseFields.Instant(reader, 15),
        CaseFields.Text(reader, 16), CaseFields.Whole(reader, 17), reader.GetInt32(18), reader.GetString(19),
        reader.GetBoolean(20), reader.GetInt32(21), reader.GetInt32(22), reader.GetBoolean(23), reader.GetBoolean(24), CaseFields.Instant(reader, 25));
}

/// <summary>A row of task_open as lists need it.</summary>
internal sealed record TaskRow(
    Guid CaseId, int TaskNo, string CaseNo, string Item, string ActivityId, LocalText Title, TaskKind Kind, int UnitId, string Role, string? Post,
    string? Assignee, string? Seat, string[] Outcomes, DateTimeOffset OpenedAt, int? StepLimitDays, DateTimeOffset? DueAt,
    string? Owner, int? ParentNo, int Urged, string Applicant, bool IsStepDue, int ItemId, int ItemVersion, bool IsPeriodDue, bool IsSuspended, DateTimeOffset? NoticeAt)
{
    public TaskListed Listed(CentreDirectory directory, DueDays days, bool allowsBulkAnswers) => new()
    {
        TaskId = CaseIds.Task(CaseId, TaskNo),
        CaseId = CaseId,
        CaseNo = CaseNo,
        Item = Item,
        Applicant = Applicant,
        ActivityId = ActivityId,
        Title = Title,
        Kind = Kind.ToString(),
        Unit = directory.Unit(UnitId).Code,
        Role = Role,
        Post = Post,
        Assignee = Assignee,
        Owner = Owner,
        ParentId = ParentNo is { } parent ? CaseIds.Task(CaseId, parent) : null,
        Urged = Urged,
        Seat = Seat,
        Outcomes = Outcomes,
        AllowsBulkAnswers = allowsBulkAnswers,
        OpenedAt = OpenedAt,
        StepLimitDays = StepLimitDays,
        DueAt = DueAt,
        RemainingDays = days.Until(DueAt),
        IsStopped = IsSuspended && !IsPeriodDue,
        IsNoticed = !IsSuspended && NoticeAt <= days.At,
        IsStepDue = IsStepDue,
        IsPeriodDue = IsPeriodDue,
    };
}
