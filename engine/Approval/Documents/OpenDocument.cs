using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Organisation;
using MediatR;

namespace ApprovalEngine.Approval.Documents;

/// <summary>The file of a document that a case issued, for someone who may see the case: whoever hands it out gets it once no promised paper is awaited any more. That it was opened is recorded.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="CaseId">The case.</param>
/// <param name="DocumentNo">The document's number within the case.</param>
public sealed record OpenDocument(Access Access, Guid CaseId, int DocumentNo) : IRequest<DocumentFile>;

internal sealed class OpenDocumentHandler(CaseDatabase database, CaseSight sight, DocumentFiles files, OrgDirectory directories, EventLog events) : IRequestHandler<OpenDocument, DocumentFile>
{
    /// <summary>They decide, supervise and audit, and hand nothing out, where the role reaches the case's unit.</summary>
    private static readonly Role[] Judging = [Role.Reviewer, Role.Supervisor, Role.HeadOfCentre, Role.Auditor];

    public async Task<DocumentFile> Handle(OpenDocument query, CancellationToken cancellationToken)
    {
        var access = query.Access;
        await sight.RequireAsync(access, query.CaseId, cancellationToken);
        if (!access.IsSystem)
        {
            await RequireKeptAsync(access, query.CaseId, cancellationToken);
        }

        var file = await files.OpenAsync(access.CentreId, query.CaseId, query.DocumentNo, cancellationToken);
        await events.RecordAsync(access.CentreId, access.UserName, EventAct.DocumentOpened, $"case/{query.CaseId}/document/{query.DocumentNo}", new { }, cancellationToken);
        return file;
    }

    /// <summary>Whether somebody opens what a case of the unit issued though what was promised is not there yet.</summary>
    internal static bool Judges(Access access, UnitEntry unit) => access.IsSystem || Judging.Any(role => access.Reaches(role, unit));

    private async Task RequireKeptAsync(Access access, Guid caseId, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        var row = (await CaseReading.ReadAsync(connection, access.CentreId, caseId)).Case!;
        var unit = (await directories.Of(access.CentreId, cancel)).Unit(row.UnitId);
        if (Judges(access, unit))
        {
            return;
        }

        var materials = await database.ListAsync(MaterialStatements.Select, MaterialStatements.Read, cancel, Sql.Of(access.CentreId), Sql.Of(caseId));
        if (PromisedPapers.Awaited(row, materials) is { Count: > 0 } awaited)
        {
            var papers = awaited.Select(one => one.Code).ToList();
            throw new ConflictException(
                "PromiseOutstanding", $"What was promised is not there yet ({string.Join(", ", papers)}); the document is handed out when it is.", new { Papers = papers });
        }
    }
}
