using System.Linq.Expressions;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Contracts.Tasks;
using FluentValidation;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>What is checked of several tasks before any is looked at.</summary>
internal abstract class RoundValidator<T> : AbstractValidator<T>
{
    protected RoundValidator(Expression<Func<T, IReadOnlyList<Guid>>> tasks, Expression<Func<T, string?>>? key = null)
    {
        RuleFor(tasks).Must(named => named is { Count: > 0 and <= ManyDone.Most })
            .WithErrorCode("TaskCount").WithMessage($"1 to {ManyDone.Most} tasks can be dealt with at once.");
        if (key is null)
        {
            return;
        }

        RuleFor(key).IsKey();
        RuleFor(key).Must(given => given is null || given.Length <= IdempotencyKey.MaxLength - Guid.Empty.ToString("N").Length - 1)
            .WithErrorCode("IdempotencyKeyInvalid").WithMessage("The key for several tasks must leave room for the key of each.");
    }
}
