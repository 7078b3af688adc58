using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using MediatR;

namespace ApprovalEngine.Approval.Documents;

/// <summary>The file of a document that a case issued, for someone who may see the case. That it was opened is recorded.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="CaseId">The case.</param>
/// <param name="DocumentNo">The document's number within the case.</param>
public sealed record OpenDocument(Access Access, Guid CaseId, int DocumentNo) : IRequest<DocumentFile>;

internal sealed class OpenDocumentHandler(CaseDatabase database, CaseSight sight, DocumentFiles files, TimeProvider clock) : IRequestHandler<OpenDocument, DocumentFile>
{
    private const string Opened = "insert into admin_event (centre_id, at, actor, act, subject, payload) values ($1, $2, $3, 'DocumentOpened', $4, '{}')";

    public async Task<DocumentFile> Handle(OpenDocument query, CancellationToken cancellationToken)
    {
        var access = query.Access;
        await sight.RequireAsync(access, query.CaseId, cancellationToken);
        var file = await files.OpenAsync(access.CentreId, query.CaseId, query.DocumentNo, cancellationToken);
        await database.ExecuteAsync(
            Opened, cancellationToken, Sql.Of(access.CentreId), Sql.Of(clock.GetUtcNow()), Sql.Of(access.UserName), Sql.Of($"case/{query.CaseId}/document/{query.DocumentNo}"));
        return file;
    }
}
