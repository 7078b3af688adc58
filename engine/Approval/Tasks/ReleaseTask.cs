using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Workflow.Runtime;
using MediatR;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>The assignee, or the head of the centre, puts a task back on offer (退簽).</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Key">The client's idempotency key; null for none.</param>
/// <param name="TaskId">The task.</param>
public sealed record ReleaseTask(Access Access, string? Key, Guid TaskId) : IRequest<CaseMoved>;

internal sealed class ReleaseTaskHandler(TaskActs acts) : IRequestHandler<ReleaseTask, CaseMoved>
{
    public Task<CaseMoved> Handle(ReleaseTask command, CancellationToken cancellationToken) => acts.RunAsync(
        command.Access,
        command.TaskId,
        IdempotencyKey.Bind(command.Access.UserName, command.Key, nameof(ReleaseTask), new { command.TaskId }),
        (session, task, at) => Release(session, task, at, command.Access),
        cancellationToken);

    /// <summary>Checks the right and puts the task back; the one way in which people do, one task at a time or several.</summary>
    internal static void Release(CaseSession session, OpenTask task, DateTimeOffset at, Access access)
    {
        if (task.Assignee is null)
        {
            throw new ConflictException("TaskNotClaimed", "Nobody has this task; it is on offer already.");
        }

        var holder = TaskRights.RequireMover(access, task, session, at);
        session.Act(at, access.UserName, new Stimulus.ReleaseTask(task.Id), new StepNote("TaskReleased") { TaskNo = task.Id, OnBehalfOf = holder });
    }
}
