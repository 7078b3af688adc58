using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Tasks;
using ApprovalEngine.Workflow.Runtime;
using MediatR;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>
/// A person gives one answer to several tasks of one step (ui.md: only of one kind, and only where the item allows it); each is answered
/// as <see cref="CompleteTask"/> would answer it, with every check of it. Whether it is allowed the item says in the version that the case keeps.
/// </summary>
/// <param name="Access">Who asks.</param>
/// <param name="Key">The client's idempotency key for the whole; null for none.</param>
/// <param name="Asked">The tasks, what they have in common, and the answer.</param>
public sealed record CompleteTasks(Access Access, string? Key, CompleteManyRequest Asked) : IRequest<ManyDone>;

internal sealed class CompleteTasksValidator : RoundValidator<CompleteTasks>
{
    public CompleteTasksValidator()
        : base(command => command.Asked.TaskIds, command => command.Key)
    {
        RuleFor(command => command.Asked.Item).IsGiven(Texts.Short);
        RuleFor(command => command.Asked.ActivityId).IsGiven(Texts.Short);
        RuleFor(command => command.Asked.Outcome).IsGiven(Texts.Short);
        RuleFor(command => command.Asked.Opinion).IsText(Texts.Long);
    }
}

internal sealed class CompleteTasksHandler(TaskRounds rounds) : IRequestHandler<CompleteTasks, ManyDone>
{
    public Task<ManyDone> Handle(CompleteTasks command, CancellationToken cancellationToken)
    {
        var (access, asked, together) = (command.Access, command.Asked, command.Asked.TaskIds.Distinct().Count());
        return rounds.EachAsync(
            access, command.Key, nameof(CompleteTasks), asked.TaskIds, taskId => new { TaskId = taskId, asked.Item, asked.ActivityId, asked.Outcome, asked.Opinion },
            (session, task, at) =>
            {
                // Who may not act on it learns nothing else of it.
                TaskRights.RequireActor(access, task, session, at);
                RequireTogether(asked, session, task);
                CompleteTaskHandler.Answer(session, task, at, new CompleteTask(access, null, CaseIds.Task(session.Case.CaseId, task.Id), asked.Outcome, asked.Opinion, null), together);
            },
            cancellationToken);
    }

    /// <summary>Only what its item lets go together, and only what is of the one step that was asked for: a decision on an incident and a signer's part are not.</summary>
    private static void RequireTogether(CompleteManyRequest asked, CaseSession session, OpenTask task)
    {
        if (session.World.Item.Code != asked.Item || task.ActivityId != asked.ActivityId || task.Kind is TaskKind.Incident or TaskKind.Signer)
        {
            throw new RuleBrokenException("TaskOfAnotherStep", $"This task is not of step '{asked.ActivityId}' of item '{asked.Item}'; only tasks of one step are answered together.", "taskIds");
        }

        if (!session.World.Item.AllowsBulkAnswers)
        {
            throw new RuleBrokenException("BulkNotAllowed", $"Item '{asked.Item}' wants each of its cases answered for itself.", "taskIds");
        }
    }
}
