using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>Who may do what with a task, judged on the state that the act changes: role, scope, post, assignment and four eyes.</summary>
internal static class TaskRights
{
    /// <summary>Whether a task is offered to the person, or to people of their role, unit and post.</summary>
    public static bool IsCandidate(Access access, OpenTask task, CaseSession session) =>
        task.Offer.User is { } user
            ? user == access.UserName
            : access.Reaches(TaskRole.Of(task), UnitOf(task, session)) && (task.Offer.Post is not { } post || access.Holds(post, UnitOf(task, session)));

    /// <summary>The person may act on the task now: it is theirs, or nobody's and offered to them.</summary>
    /// <exception cref="ConflictException">Another has it.</exception>
    /// <exception cref="ForbiddenException">It is not offered to them, or four eyes bar them.</exception>
    public static void RequireActor(Access access, OpenTask task, CaseSession session)
    {
        RequireNotBarred(access.UserName, task);
        if (task.Assignee == access.UserName || access.IsSystem)
        {
            return;
        }

        if (task.Assignee is { } holder && IsCandidate(access, task with { Offer = task.Offer with { User = null } }, session))
        {
            throw new ConflictException("TaskHeldByAnother", $"{holder} has this task.", new { assignee = holder });
        }

        if (task.Assignee is not null || !IsCandidate(access, task, session))
        {
            throw new ForbiddenException("TaskNotYours", "This task is neither assigned nor offered to you.");
        }
    }

    /// <summary>Whoever has the task may pass it on, so may the head of the centre in whose scope it lies.</summary>
    public static void RequireMover(Access access, OpenTask task, CaseSession session)
    {
        if (!access.Reaches(Role.HeadOfCentre, UnitOf(task, session)))
        {
            RequireActor(access, task, session);
        }
    }

    /// <summary>Four eyes: whoever accepted or prepared the case does not decide it.</summary>
    public static void RequireNotBarred(string userName, OpenTask task)
    {
        if (task.Barred.Contains(userName))
        {
            throw new ForbiddenException("FourEyes", $"{userName} accepted or prepared this case and may not answer this task (four eyes).");
        }
    }

    /// <summary>The unit to which the task is offered; the case's where the step names none, or one that is no more.</summary>
    public static UnitEntry UnitOf(OpenTask task, CaseSession session) =>
        (task.Offer.Unit is { } code ? session.World.Directory.FindUnit(code) : null) ?? session.World.Directory.Unit(session.Case.UnitId);
}
