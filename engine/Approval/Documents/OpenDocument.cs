using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Audit;
using MediatR;

namespace ApprovalEngine.Approval.Documents;

/// <summary>The file of a document that a case issued, for someone who may see the case. That it was opened is recorded.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="CaseId">The case.</param>
/// <param name="DocumentNo">The document's number within the case.</param>
public sealed record OpenDocument(Access Access, Guid CaseId, int DocumentNo) : IRequest<DocumentFile>;

internal sealed class OpenDocumentHandler(CaseSight sight, DocumentFiles files, EventLog events) : IRequestHandler<OpenDocument, DocumentFile>
{
    public async Task<DocumentFile> Handle(OpenDocument query, CancellationToken cancellationToken)
    {
        var access = query.Access;
        await sight.RequireAsync(access, query.CaseId, cancellationToken);
        var file = await files.OpenAsync(access.CentreId, query.CaseId, query.DocumentNo, cancellationToken);
        await events.RecordAsync(access.CentreId, access.UserName, EventAct.DocumentOpened, $"case/{query.CaseId}/document/{query.DocumentNo}", new { }, cancellationToken);
        return file;
    }
}
