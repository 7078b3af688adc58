using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Workflow.Runtime;
using FluentValidation;
using MediatR;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>A person answers a task; the case moves on in the same transaction. A task on offer can be answered at once.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Key">The client's idempotency key; null for none.</param>
/// <param name="TaskId">The task.</param>
/// <param name="Outcome">One of the task's outcomes.</param>
/// <param name="Opinion">What the person writes to it; null for nothing.</param>
/// <param name="Data">Values of the step's form; null for none.</param>
/// <param name="Notice">What the applicant is told in writing; null for what the opinion says.</param>
public sealed record CompleteTask(Access Access, string? Key, Guid TaskId, string Outcome, string? Opinion, JsonObject? Data, NoticeRequest? Notice = null) : IRequest<CaseMoved>;

internal sealed class CompleteTaskValidator : AbstractValidator<CompleteTask>
{
    public CompleteTaskValidator()
    {
        RuleFor(command => command.Outcome).IsGiven(Texts.Short);
        RuleFor(command => command.Opinion).IsText(Texts.Long);
        RuleFor(command => command.Data).IsSmallJson();
        RuleFor(command => command.Key).IsKey();
        RuleFor(command => command.Notice!).SetValidator(new NoticeValidator()).When(command => command.Notice is not null);
    }
}

internal sealed class CompleteTaskHandler(TaskActs acts) : IRequestHandler<CompleteTask, CaseMoved>
{
    public Task<CaseMoved> Handle(CompleteTask command, CancellationToken cancellationToken) => acts.RunAsync(
        command.Access,
        command.TaskId,
        IdempotencyKey.Bind(command.Access.UserName, command.Key, nameof(CompleteTask), new { command.TaskId, command.Outcome, command.Opinion, command.Data, command.Notice }),
        (session, task, at) => Answer(session, task, at, command),
        cancellationToken);

    /// <summary>Checks the right and answers; the one way in which people do, one task at a time or several.</summary>
    /// <param name="session">The case.</param>
    /// <param name="task">The task as the case has it.</param>
    /// <param name="at">Instant (UTC).</param>
    /// <param name="command">The answer.</param>
    /// <param name="together">How many tasks were given this answer at once; the trail says so.</param>
    internal static void Answer(CaseSession session, OpenTask task, DateTimeOffset at, CompleteTask command, int together = 1)
    {
        var absent = TaskRights.RequireActor(command.Access, task, session, at);
        ListedPapers.Require(session, command.Notice?.Papers.Select(paper => paper.Code) ?? []);
        var transition = session.Act(at, command.Access.UserName, new Stimulus.CompleteTask(task.Id, command.Outcome, command.Data), new StepNote("TaskCompleted")
        {
            TaskNo = task.Id,
            Outcome = command.Outcome,
            Opinion = command.Opinion,
            OnBehalfOf = absent,
            Notice = command.Notice,
            Details = Details(command.Data, together, PapersBefore.Of(session, command.Notice)),
        });
        RequiredPapers.Require(session, transition, task.Id);
        var asked = transition.State.Tasks.FirstOrDefault(one => one.Id == task.Id) ?? task;
        var trial = new OutcomeTrial(session, at, asked.Held?.By ?? command.Access.UserName);
        if (trial.NoticeOf(asked, command.Outcome, transition) is { } kind)
        {
            ApplicantNotices.RequireReason(kind, command.Opinion, command.Notice);
        }
        else if (string.IsNullOrWhiteSpace(command.Opinion) && task.Kind != TaskKind.Incident && trial.NeedsReason(asked, command.Outcome, transition))
        {
            throw new RuleBrokenException("AnswerNeedsReason", $"The answer '{command.Outcome}' is against the applicant: write why.", "opinion");
        }

        MarkWhileHeld(session, transition, task.Id, at, command);
        ApplicantNotices.RequireDay(session, command.Notice, transition.Effects, at);
    }

    /// <summary>An answer that waits for signers marks its papers at once, if it is one that tells the applicant of them when they have signed.</summary>
    private static void MarkWhileHeld(CaseSession session, Transition transition, int taskNo, DateTimeOffset at, CompleteTask command)
    {
        if (command.Notice is { Papers.Count: > 0 } && transition.State.Tasks.FirstOrDefault(one => one.Id == taskNo) is { Held: { } held } task
            && new OutcomeTrial(session, at, task.Assignee ?? held.By).NoticeOf(task, held.Outcome, transition) is not null)
        {
            ApplicantNotices.Mark(session, command.Notice, command.Access.UserName);
        }
    }

    private static JsonObject? Details(JsonObject? data, int together, JsonNode? papersBefore)
    {
        JsonObject details = (data, together) switch
        {
            (null, 1) => [],
            (null, _) => new() { ["together"] = together },
            _ => new() { ["data"] = data.DeepClone() },
        };
        if (papersBefore is not null)
        {
            details[PapersBefore.Name] = papersBefore;
        }

        return details.Count == 0 ? null : details;
    }
}
