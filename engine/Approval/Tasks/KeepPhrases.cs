using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Tasks;
using FluentValidation;
using MediatR;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>A person keeps their phrases as they are now: added, changed, taken out, in another order.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Phrases">All of them, and the version they build on.</param>
public sealed record KeepPhrases(Access Access, OwnPhrases Phrases) : IRequest<OwnPhrases>;

internal sealed class KeepPhrasesValidator : AbstractValidator<KeepPhrases>
{
    public KeepPhrasesValidator()
    {
        RuleFor(command => command.Phrases.Texts).Must(texts => texts is { Count: <= OwnPhrases.Most })
            .WithErrorCode("PhraseCount").WithMessage($"A person keeps {OwnPhrases.Most} phrases at most.");
        RuleForEach(command => command.Phrases.Texts).IsGiven(OwnPhrases.Longest);
    }
}

internal sealed class KeepPhrasesHandler(OwnLists lists) : IRequestHandler<KeepPhrases, OwnPhrases>
{
    public async Task<OwnPhrases> Handle(KeepPhrases command, CancellationToken cancellationToken)
    {
        string[] texts = [.. command.Phrases.Texts.Select(text => text.Trim())];
        return new(await lists.ReplaceAsync(command.Access, OwnListKind.Phrases, command.Phrases.Version, texts, cancellationToken), texts);
    }
}
