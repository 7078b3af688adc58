using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Workflow.Runtime;
using MediatR;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>A person takes an offered task (簽收). One claim wins; claiming what one has already changes nothing.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Key">The client's idempotency key; null for none.</param>
/// <param name="TaskId">The task.</param>
public sealed record ClaimTask(Access Access, string? Key, Guid TaskId) : IRequest<CaseMoved>;

internal sealed class ClaimTaskHandler(TaskActs acts) : IRequestHandler<ClaimTask, CaseMoved>
{
    public Task<CaseMoved> Handle(ClaimTask command, CancellationToken cancellationToken) => acts.RunAsync(
        command.Access,
        command.TaskId,
        IdempotencyKey.Bind(command.Access.UserName, command.Key, nameof(ClaimTask), new { command.TaskId }),
        (session, task, at) => Claim(session, task, at, command.Access),
        cancellationToken);

    /// <summary>Checks the right and takes the task; the one way in which people do, one task at a time or several.</summary>
    internal static void Claim(CaseSession session, OpenTask task, DateTimeOffset at, Access access)
    {
        var absent = TaskRights.RequireActor(access, task, session, at);
        if (task.Assignee is null)
        {
            session.Act(at, access.UserName, new Stimulus.ClaimTask(task.Id), new StepNote("TaskClaimed") { TaskNo = task.Id, OnBehalfOf = absent });
        }
    }
}
