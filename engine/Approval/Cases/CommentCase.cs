using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using FluentValidation;
using MediatR;

namespace ApprovalEngine.Approval.Cases;

/// <summary>Whoever sees a case by more than auditing it says something about it; nothing moves.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Key">The client's idempotency key; null for none.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Text">The comment.</param>
public sealed record CommentCase(Access Access, string? Key, Guid CaseId, string Text) : IRequest<CaseMoved>;

internal sealed class CommentCaseValidator : AbstractValidator<CommentCase>
{
    public CommentCaseValidator()
    {
        RuleFor(command => command.Text).IsGiven(Texts.Long);
        RuleFor(command => command.Key).IsKey();
    }
}

internal sealed class CommentCaseHandler(CaseActs acts, CaseSight sight) : IRequestHandler<CommentCase, CaseMoved>
{
    public async Task<CaseMoved> Handle(CommentCase command, CancellationToken cancellationToken)
    {
        var access = command.Access;
        await sight.RequirePartAsync(access, command.CaseId, cancellationToken);
        return await acts.RunAsync(
            access,
            command.CaseId,
            IdempotencyKey.Bind(access.UserName, command.Key, nameof(CommentCase), new { command.CaseId, command.Text }),
            (session, at) =>
            {
                session.Record(at, access.UserName, new StepNote("CaseCommented") { Opinion = command.Text });
                session.Changes.Notes.Add(new CaseNote(session.Case.UpdatedAt, access.UserName, NoteKind.Comment, command.Text));
            },
            cancellationToken);
    }
}
