using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Audit;
using MediatR;
using Npgsql;

namespace ApprovalEngine.Approval.Documents;

/// <summary>A file of a case, for someone who may see the case. That it was opened is recorded.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="CaseId">The case.</param>
/// <param name="AttachmentId">The file.</param>
public sealed record OpenAttachment(Access Access, Guid CaseId, Guid AttachmentId) : IRequest<OpenedAttachment>;

/// <summary>A file as it is served.</summary>
/// <param name="FileName">Its name.</param>
/// <param name="MediaType">Found from its content.</param>
/// <param name="IsPreviewed">Whether a browser may show it (sandboxed); everything else is a download.</param>
/// <param name="Content">Its content.</param>
public sealed record OpenedAttachment(string FileName, string MediaType, bool IsPreviewed, ReadOnlyMemory<byte> Content);

internal sealed class OpenAttachmentHandler(CaseDatabase database, CaseSight sight, TimeProvider clock) : IRequestHandler<OpenAttachment, OpenedAttachment>
{
    private const string Read = "select file_name, media_type, content from attachment where centre_id = $1 and attachment_id = $2 and case_id = $3";

    private const string Opened = $"insert into admin_event (centre_id, at, actor, act, subject, payload) values ($1, $2, $3, '{nameof(EventAct.AttachmentOpened)}', $4, '{{}}')";

    public async Task<OpenedAttachment> Handle(OpenAttachment query, CancellationToken cancellationToken)
    {
        var access = query.Access;
        await sight.RequireAsync(access, query.CaseId, cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Sql.Command(Read, Sql.Of(access.CentreId), Sql.Of(query.AttachmentId), Sql.Of(query.CaseId)));
        batch.BatchCommands.Add(Sql.Command(Opened, Sql.Of(access.CentreId), Sql.Of(clock.GetUtcNow()), Sql.Of(access.UserName), Sql.Of($"case/{query.CaseId}/attachment/{query.AttachmentId}")));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            throw new NotFoundException("Attachment", query.AttachmentId);
        }

        var mediaType = reader.GetString(1);
        var isPreviewed = AttachmentType.All.Any(type => type.MediaType == mediaType && type.IsPreviewed);
        return new OpenedAttachment(reader.GetString(0), mediaType, isPreviewed, reader.GetFieldValue<byte[]>(2));
    }
}
