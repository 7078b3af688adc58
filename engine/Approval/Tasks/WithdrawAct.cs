using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Migrating;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Workflow.Runtime;
using FluentValidation;
using MediatR;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>
/// A person takes their own last act on a task back while the next step has not begun (撤回). The state before it is found by replaying
/// the case's trail, which must lead to exactly the stored state first.
/// </summary>
/// <param name="Access">Who asks.</param>
/// <param name="Key">The client's idempotency key; null for none.</param>
/// <param name="TaskId">The task on which the act was done, open or closed.</param>
/// <param name="Reason">Kept in the trail; null for none.</param>
public sealed record WithdrawAct(Access Access, string? Key, Guid TaskId, string? Reason) : IRequest<CaseMoved>;

internal sealed class WithdrawActValidator : AbstractValidator<WithdrawAct>
{
    public WithdrawActValidator()
    {
        RuleFor(command => command.Reason).IsText(Texts.Long);
        RuleFor(command => command.Key).IsKey();
    }
}

internal sealed class WithdrawActHandler(CaseActs acts, CaseHistory history) : IRequestHandler<WithdrawAct, CaseMoved>
{
    /// <summary>Others may be faster than the replay so many times in a row.</summary>
    private const int MostAttempts = 3;

    public async Task<CaseMoved> Handle(WithdrawAct command, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(command, cancellationToken);
            }
            catch (ConflictException conflict) when (conflict.Code == "CaseMovedOn" && attempt < MostAttempts)
            {
                continue;
            }
        }
    }

    private async Task<CaseMoved> TryAsync(WithdrawAct command, CancellationToken cancel)
    {
        var (access, caseId) = (command.Access, CaseIds.CaseOf(command.TaskId));
        // Looked at outside of the writer, which must not wait for it; the act then holds for exactly this version.
        var known = await ReplayAsync(access.CentreId, caseId, cancel);
        return await acts.RunAsync(
            access,
            caseId,
            IdempotencyKey.Bind(access.UserName, command.Key, nameof(WithdrawAct), new { command.TaskId, command.Reason }),
            (session, at) => Withdraw(session, known, command, at),
            cancel);
    }

    private async Task<ReplayedCase> ReplayAsync(int centreId, Guid caseId, CancellationToken cancel)
    {
        try
        {
            return await history.ReplayAsync(centreId, caseId, cancel);
        }
        catch (JournalException differs)
        {
            throw new ConflictException("TrailNotReplayable", $"The act cannot be withdrawn, because what was before it cannot be told from the trail. {differs.Message}");
        }
    }

    private static void Withdraw(CaseSession session, ReplayedCase known, WithdrawAct command, DateTimeOffset at)
    {
        if (!session.Case.IsOpen)
        {
            throw new ConflictException("CaseEnded", $"Case {session.Case.CaseNo} has ended; nothing before that can be withdrawn.", new { at = session.Case.ClosedAt });
        }

        var user = command.Access.UserName;
        var act = LastAct.Of(known.Trail, user, CaseIds.NumberOf(command.TaskId));
        if (session.Case.Version != known.Case.Version)
        {
            throw new ConflictException("CaseMovedOn", "Something else has happened in this case meanwhile. Look at it again.");
        }

        if (known.Trail.Any(row => row.Seq > act.Seq && row.Act == MigrationAct.Name))
        {
            throw new ConflictException("CaseMigrated", "The case has gone on in another version of its flow since; what was before that cannot be brought back.");
        }

        session.Act(at, user, new Stimulus.Withdraw(known.States[act.Seq - 1]), new StepNote("ActWithdrawn")
        {
            TaskNo = act.Task,
            Opinion = command.Reason,
            OnBehalfOf = act.OnBehalfOf,
            Details = new JsonObject { ["seq"] = act.Seq, ["act"] = act.Act },
        });
        session.Changes.More.Add(EffectRows.MessagesTakenBack(session, known.Trail.Where(row => row.Seq >= act.Seq && !Journal.Unmoving.Contains(row.Act)).Select(row => row.At)));
        ApplicantNotices.TakeBack(session, act.Seq);
        session.Changes.More.AddRange(PapersBefore.Restored(session, known.Trail, act.Seq, user));
    }
}
