using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>Who may do what with a task, judged on the state that the act changes: role, scope, post, assignment and four eyes.</summary>
internal static class TaskRights
{
    /// <summary>Whether a task is offered to the person, or to people of their role, unit and post; to programs never.</summary>
    public static bool IsCandidate(Access access, OpenTask task, CaseSession session) =>
        !access.IsProgram && (task.Offer.User is { } user
            ? user == access.UserName
            : access.Reaches(TaskRole.Of(task), UnitOf(task, session)) && (task.Offer.Post is not { } post || access.Holds(post, UnitOf(task, session))));

    /// <summary>The person may act on the task now: it is theirs, or nobody's and offered to them, or they stand in for somebody of whom this holds.</summary>
    /// <returns>For whom they act; null for themselves.</returns>
    /// <exception cref="ConflictException">Another has it.</exception>
    /// <exception cref="ForbiddenException">It is not offered to them, or four eyes bar them.</exception>
    public static string? RequireActor(Access access, OpenTask task, CaseSession session, DateTimeOffset at)
    {
        RequireNotBarred(access.UserName, task);
        if (task.Assignee == access.UserName || access.IsSystem || (task.Assignee is null && IsCandidate(access, task, session)))
        {
            return null;
        }

        if (StandsInFor(access, task, session, at) is { } absent)
        {
            RequireNotBarred(absent, task);
            return absent;
        }

        if (task.Assignee is { } holder && IsCandidate(access, task with { Offer = task.Offer with { User = null } }, session))
        {
            throw new ConflictException("TaskHeldByAnother", $"{holder} has this task.", new { assignee = holder });
        }

        throw new ForbiddenException("TaskNotYours", "This task is neither assigned nor offered to you.");
    }

    /// <summary>A matter of one person's: theirs, or that of who stands in for them.</summary>
    /// <returns>For whom they act; null for themselves.</returns>
    /// <exception cref="ForbiddenException">It is somebody else's.</exception>
    public static string? RequireHolder(Access access, string holder, OpenTask task, CaseSession session, DateTimeOffset at)
    {
        if (access.UserName == holder)
        {
            return null;
        }

        var mine = IsHeadOver(access, task, session) || StandsInFor(access, task with { Assignee = holder }, session, at) == holder;
        return mine ? holder : throw new ForbiddenException("TaskNotYours", $"This is the matter of '{holder}'.");
    }

    /// <summary>
    /// For whom a deputy may act on a task on the day of the act: for who has it, or for one to whom it is offered. The role must be the
    /// deputy's own and reach the task; a post is the absent person's.
    /// </summary>
    private static string? StandsInFor(Access access, OpenTask task, CaseSession session, DateTimeOffset at)
    {
        if (access.Deputyships.IsEmpty || !access.Reaches(TaskRole.Of(task), UnitOf(task, session)))
        {
            return null;
        }

        var on = session.World.Calendar.LocalDate(at);
        return access.Deputyships.Where(one => one.Covers(on)).FirstOrDefault(one => HasOrIsOffered(one, task, session))?.For;
    }

    private static bool HasOrIsOffered(Deputyship absence, OpenTask task, CaseSession session) =>
        task.Assignee is { } holder ? holder == absence.For
        : task.Offer.User is { } user ? user == absence.For
        : task.Offer.Post is { } post && absence.Holds(post, UnitOf(task, session));

    /// <summary>The head of the centre in whose scope a task, or its case, lies: a unit may have been moved from above a task.</summary>
    private static bool IsHeadOver(Access access, OpenTask task, CaseSession session) =>
        access.Reaches(Role.HeadOfCentre, UnitOf(task, session)) || access.Reaches(Role.HeadOfCentre, session.World.Directory.Unit(session.Case.UnitId));

    /// <summary>Whoever has the task may pass it on, so may the head of the centre over it.</summary>
    /// <returns>For whom they act; null for themselves.</returns>
    public static string? RequireMover(Access access, OpenTask task, CaseSession session, DateTimeOffset at)
    {
        if (IsHeadOver(access, task, session))
        {
            var holder = task.Assignee ?? task.Offer.User;
            return holder == access.UserName ? null : holder;
        }

        return RequireActor(access, task, session, at);
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
