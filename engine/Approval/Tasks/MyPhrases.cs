using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Tasks;
using MediatR;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>The short texts that a person keeps for opinions.</summary>
/// <param name="Access">Who asks.</param>
public sealed record MyPhrases(Access Access) : IRequest<OwnPhrases>;

internal sealed class MyPhrasesHandler(OwnLists lists) : IRequestHandler<MyPhrases, OwnPhrases>
{
    public async Task<OwnPhrases> Handle(MyPhrases query, CancellationToken cancellationToken)
    {
        var (version, texts) = await lists.ReadAsync<string>(query.Access, OwnListKind.Phrases, cancellationToken);
        return new(version, texts);
    }
}
