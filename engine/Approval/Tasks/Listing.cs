using System.Text.Json;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Organisation;
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

    /// <summary>
    /// A step that is not open yet, by the tasks that it would have, with the people who could take them then: whom one is for by name, else who
    /// holds its role and post at its unit and is not barred by four eyes. All of it is in memory.
    /// </summary>
    public static StepAhead Ahead(CaseSession session, IReadOnlyList<OpenTask> tasks)
    {
        var (directory, step, first) = (session.World.Directory, Step(session, tasks[0].ActivityId), tasks[0]);
        var takers = tasks.SelectMany(Takers).Select(person => person.UserName).Distinct().Order(StringComparer.Ordinal).ToArray();
        return new StepAhead(
            step.ActivityId, step.Title, [.. tasks.Select(task => TaskRights.UnitOf(task, session).Code).Distinct()], TaskRole.Of(first),
            first.Offer.Post is { } post ? directory.Posts.FirstOrDefault(one => one.Code == post)?.Name ?? LocalText.Same(post) : null,
            takers.Length, [.. takers.Take(StepAhead.MostPeople)]);

        IEnumerable<PersonEntry> Takers(OpenTask task) => (task.Assignee ?? task.Offer.User) is { } user
            ? directory.FindPerson(user) is { IsActive: true } person ? [person] : []
            : directory.Holders(TaskRights.UnitOf(task, session), TaskRole.Of(task), task.Offer.Post).Where(holder => !task.Barred.Contains(holder.UserName));
    }

    public static TaskListed Of(CaseSession session, OpenTask task, DateTimeOffset at)
    {
        var due = TaskDue.Of(task, session.Case);
        var isPeriodDue = due is not null && due != session.Case.DueAt && due != task.StepDueAt;
        return new()
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
            DueAt = due,
            RemainingDays = new DueDays(session.World.Calendar, at).Until(due),
            IsStopped = session.Case.Status == CaseStatus.Suspended && !isPeriodDue,
            IsNoticed = session.Case.Status != CaseStatus.Suspended && session.Case.NoticeAt <= at,
            IsStepDue = due is not null && (due != session.Case.DueAt || due == task.StepDueAt),
            IsPeriodDue = isPeriodDue,
        };
    }
}
