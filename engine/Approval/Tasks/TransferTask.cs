using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Workflow.Runtime;
using FluentValidation;
using MediatR;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>
/// A task goes to another person or unit for good (轉辦); its step limit does not start anew. Nobody outside the case's scope can be
/// given it: a person must be one to whom the step could have been offered, a unit must be the case's, below it or above it.
/// </summary>
/// <param name="Access">Who asks.</param>
/// <param name="Key">The client's idempotency key; null for none.</param>
/// <param name="TaskId">The task.</param>
/// <param name="ToUser">User name of the person; null to give it to a unit.</param>
/// <param name="ToUnit">Code of the unit; null to stay in the task's unit.</param>
/// <param name="Reason">Kept in the trail.</param>
public sealed record TransferTask(Access Access, string? Key, Guid TaskId, string? ToUser, string? ToUnit, string? Reason) : IRequest<CaseMoved>;

internal sealed class TransferTaskValidator : AbstractValidator<TransferTask>
{
    public TransferTaskValidator()
    {
        RuleFor(command => command.ToUser).Must((command, user) => user is not null || command.ToUnit is not null)
            .WithErrorCode("TargetMissing").WithMessage("Say to whom or to which unit the task goes.");
        RuleFor(command => command.Reason).IsText(Texts.Long);
        RuleFor(command => command.Key).IsKey();
    }
}

internal sealed class TransferTaskHandler(TaskActs acts) : IRequestHandler<TransferTask, CaseMoved>
{
    public Task<CaseMoved> Handle(TransferTask command, CancellationToken cancellationToken) => acts.RunAsync(
        command.Access,
        command.TaskId,
        IdempotencyKey.Bind(command.Access.UserName, command.Key, nameof(TransferTask), new { command.TaskId, command.ToUser, command.ToUnit, command.Reason }),
        (session, task, at) => Transfer(session, task, at, command),
        cancellationToken);

    /// <summary>Checks the right and passes the task on; the one way in which people do, one task at a time or several.</summary>
    internal static void Transfer(CaseSession session, OpenTask task, DateTimeOffset at, TransferTask command)
    {
        var holder = TaskRights.RequireMover(command.Access, task, session, at);
        var offer = task.Offer with { Unit = UnitFor(command, task, session), User = null };
        RequireInScope(command, task with { Offer = offer }, session);
        var note = new StepNote("TaskTransferred")
        {
            TaskNo = task.Id,
            OnBehalfOf = holder,
            Details = new JsonObject { ["toUser"] = command.ToUser, ["toUnit"] = command.ToUnit, ["reason"] = command.Reason, [Journal.SignersEnd] = true },
        };
        session.Act(at, command.Access.UserName, new Stimulus.TransferTask(task.Id, offer with { User = command.ToUser }), note);
    }

    private static string? UnitFor(TransferTask command, OpenTask task, CaseSession session)
    {
        if (command.ToUnit is not { } code)
        {
            return task.Offer.Unit;
        }

        var to = session.World.Directory.FindUnit(code) ?? throw new RuleBrokenException("UnitUnknown", $"There is no unit '{code}'.", "toUnit");
        if (!to.IsActive)
        {
            throw new RuleBrokenException("UnitClosed", $"Unit '{code}' is closed.", "toUnit");
        }

        var home = session.World.Directory.Unit(session.Case.UnitId);
        return to.IsWithin(home.Path) || home.IsWithin(to.Path)
            ? code
            : throw new RuleBrokenException("OutOfScope", $"Unit '{code}' has no part in this case: it is neither the case's unit nor below or above it.", "toUnit");
    }

    private static void RequireInScope(TransferTask command, OpenTask task, CaseSession session)
    {
        if (command.ToUser is not { } user)
        {
            return;
        }

        if (session.World.Directory.FindPerson(user) is not { IsActive: true } person)
        {
            throw new RuleBrokenException("PersonUnknown", $"There is no active person '{user}'.", "toUser");
        }

        if (RefusalOf(person, task, session) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <summary>Why a person cannot be given a task as it is offered; null when they can.</summary>
    internal static RuleBrokenException? RefusalOf(PersonEntry person, OpenTask task, CaseSession session) =>
        !person.Answers(TaskRights.UnitOf(task, session), TaskRole.Of(task), task.Offer.Post)
            ? new("OutOfScope", $"'{person.UserName}' does not hold the role and post that this step asks for in the case's scope.", "toUser")
            : FourEyes(person.UserName, task);

    /// <summary>Four eyes, which bar from a task and from advice on it alike; null where they do not.</summary>
    internal static RuleBrokenException? FourEyes(string user, OpenTask task) => task.Barred.Contains(user)
        ? new("FourEyes", $"'{user}' accepted or prepared this case and may not answer this task (four eyes).", "toUser")
        : null;
}
