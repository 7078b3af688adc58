using System.Text.Json;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Tasks;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>Shows tasks and steps of a case that is held in memory as lists show them.</summary>
internal static class Listing
{
    public static StepRef Step(CaseSession session, string activityId) =>
        new(activityId, JsonSerializer.Deserialize<LocalText>(ActivityTitles.Of(session.World.Flow, activityId), JsonText.Options)!);

    public static TaskListed Of(CaseSession session, OpenTask task, DateTimeOffset at) => new()
    {
        TaskId = CaseIds.Task(session.Case.CaseId, task.Id),
        CaseId = session.Case.CaseId,
        CaseNo = session.Case.CaseNo,
        Item = session.World.Item.Code,
        Applicant = session.Case.ApplicantName,
        ActivityId = task.ActivityId,
        Title = Step(session, task.ActivityId).Title,
        Kind = task.Kind.ToString(),
        Unit = TaskRights.UnitOf(task, session).Code,
        Role = TaskRole.Of(task).ToString(),
        Post = task.Offer.Post,
        Assignee = task.Assignee,
        Owner = task.Owner,
        ParentId = task.Parent is { } parent ? CaseIds.Task(session.Case.CaseId, parent) : null,
        Urged = task.Urged,
        Seat = task.Seat,
        Outcomes = [.. task.Outcomes],
        AllowsBulkAnswers = session.World.Item.AllowsBulkAnswers,
        OpenedAt = task.OpenedAt,
        StepLimitDays = task.StepLimitDays,
        DueAt = TaskDue.Of(task, session.Case),
        RemainingDays = new DueDays(session.World.Calendar, at).Until(TaskDue.Of(task, session.Case)),
        IsStepDue = TaskDue.Of(task, session.Case) is { } due && (due != session.Case.DueAt || due == task.StepDueAt),
        IsPeriodDue = TaskDue.Of(task, session.Case) is { } end && end != session.Case.DueAt && end != task.StepDueAt,
    };
}
