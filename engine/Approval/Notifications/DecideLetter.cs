using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Jobs;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Organisation;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Notifications;

/// <summary>A message that was given up is tried again from the first attempt on. A case that went on meanwhile is not moved by its answer.</summary>
/// <param name="Access">Who asks: an administrator of the whole centre.</param>
/// <param name="OutboxId">The message.</param>
public sealed record RedeliverLetter(Access Access, long OutboxId) : IRequest;

/// <summary>A message that was given up is dropped for good.</summary>
/// <param name="Access">Who asks: an administrator of the whole centre.</param>
/// <param name="OutboxId">The message.</param>
/// <param name="Reason">Why; kept in the trail.</param>
public sealed record DropLetter(Access Access, long OutboxId, string Reason) : IRequest;

internal sealed class DropLetterRules : AbstractValidator<DropLetter>
{
    public DropLetterRules() => RuleFor(drop => drop.Reason).IsGiven(Texts.Short);
}

internal sealed class DecideLetterHandlers(ApprovalDbContext context, OrgDirectory directory, JobTrigger jobs, TimeProvider time) : IRequestHandler<RedeliverLetter>, IRequestHandler<DropLetter>
{
    public async Task<Unit> Handle(RedeliverLetter request, CancellationToken cancellationToken)
    {
        var (access, letter, now) = (request.Access, request.OutboxId, time.GetUtcNow());
        await Decide(
            access, letter, EventAct.LetterRedelivered, new { },
            () => context.Database.ExecuteSqlAsync($"update outbox set next_try_at = {now}, attempts = 0 where centre_id = {access.CentreId} and outbox_id = {letter} and next_try_at = 'infinity'", cancellationToken),
            cancellationToken);
        jobs.Trigger(DeliverOutbox.Name);
        return Unit.Value;
    }

    public async Task<Unit> Handle(DropLetter request, CancellationToken cancellationToken)
    {
        var (access, letter) = (request.Access, request.OutboxId);
        await Decide(
            access, letter, EventAct.LetterDropped, new { request.Reason },
            () => context.Database.ExecuteSqlAsync($"delete from outbox where centre_id = {access.CentreId} and outbox_id = {letter} and next_try_at = 'infinity'", cancellationToken),
            cancellationToken);
        return Unit.Value;
    }

    /// <summary>Changes the row and leaves the trace, or neither: two who decide at once, one finds nothing.</summary>
    private async Task Decide(Access access, long letter, EventAct act, object payload, Func<Task<int>> change, CancellationToken cancel)
    {
        access.RequireAt(Role.Administrator, (await directory.Of(access.CentreId, cancel)).Root);
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        if (await change() == 0)
        {
            throw new NotFoundException("DeadLetter", letter);
        }

        context.Record(access, time.GetUtcNow(), act, $"outbox/{letter}", payload);
        await context.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
