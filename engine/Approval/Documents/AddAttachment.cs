using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using FluentValidation;
using MediatR;
using Npgsql;

namespace ApprovalEngine.Approval.Documents;

/// <summary>
/// A file is added to a case by someone who takes part in it. What it is, its content says. Once the case has ended, only what was promised still comes.
/// </summary>
/// <param name="Access">Who asks.</param>
/// <param name="Key">The client's idempotency key; null for none.</param>
/// <param name="CaseId">The case.</param>
/// <param name="MaterialCode">The material it belongs to; null for none.</param>
/// <param name="FileName">Its name.</param>
/// <param name="Content">The whole content.</param>
public sealed record AddAttachment(Access Access, string? Key, Guid CaseId, string? MaterialCode, string FileName, ReadOnlyMemory<byte> Content) : IRequest<AttachmentView>;

internal sealed class AddAttachmentValidator : AbstractValidator<AddAttachment>
{
    public AddAttachmentValidator()
    {
        RuleFor(command => command.MaterialCode).IsText(Texts.Short);
        RuleFor(command => command.Key).IsKey();
    }
}

internal sealed class AddAttachmentHandler(CaseDatabase database, CaseActs acts, CaseSight sight) : IRequestHandler<AddAttachment, AttachmentView>
{
    /// <summary>Files of a case.</summary>
    internal const int MostFiles = 200;

    /// <summary>Bytes of all files of a case: 1 GB.</summary>
    internal const long MostBytes = 1L << 30;

    private const string Insert = """
        insert into attachment (centre_id, attachment_id, case_id, material_code, file_name, media_type, size, sha256, content, uploaded_at, uploaded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;

    // Part of the trail's primary key; a case has few rows.
    private const string KeptLate = """
        select 1 from audit a join cases c on c.centre_id = a.centre_id and c.case_id = a.case_id
        where a.centre_id = $1 and a.case_id = $2 and a.act = 'MaterialRecorded' and a.at >= c.closed_at and a.payload::jsonb -> 'details' ->> 'material' = $3
        """;

    public async Task<AttachmentView> Handle(AddAttachment command, CancellationToken cancellationToken)
    {
        var access = command.Access;
        if ((await sight.RequirePartAsync(access, command.CaseId, cancellationToken)).All(reason => reason.Kind == "Copy"))
        {
            throw new ForbiddenException("CopiesOnlyRead", "Who was given a case to read adds no files to it.");
        }

        var name = AttachmentCheck.NameOf(command.FileName);
        var type = AttachmentCheck.TypeOf(name, command.Content);
        var hash = SHA256.HashData(command.Content.Span);
        var key = IdempotencyKey.Bind(access.UserName, command.Key, nameof(AddAttachment), new { command.CaseId, command.MaterialCode, name, hash });

        // Derived from what is added, so that the same request under the same key answers with the same file.
        var id = key is null ? Guid.CreateVersion7() : new Guid(SHA256.HashData([.. key.RequestHash, .. System.Text.Encoding.UTF8.GetBytes(key.UserName + key.Value)]).AsSpan(0, 16));
        var wasKeptLate = command.MaterialCode is { } code
            && (await database.ListAsync(KeptLate, _ => true, cancellationToken, Sql.Of(access.CentreId), Sql.Of(command.CaseId), Sql.Of(code))).Count > 0;
        var moved = await acts.RunAsync(access, command.CaseId, key, (session, at) => Add(session, command, new Added(id, name, type, hash), wasKeptLate, at), cancellationToken);
        return new AttachmentView(id, command.MaterialCode, name, type.MediaType, command.Content.Length, moved.At, access.UserName);
    }

    private static void Add(CaseSession session, AddAttachment command, Added added, bool wasKeptLate, DateTimeOffset at)
    {
        if (command.MaterialCode is { } code)
        {
            ListedPapers.RequireMayCome(session, code, wasKeptLate);
            ListedPapers.Require(session.World, new[] { code }.Except(session.Stored.Materials.Keys));
        }
        else
        {
            ListedPapers.RequireOpen(session.Case);
        }

        var (files, bytes) = session.Stored.Attachments;
        if (files >= MostFiles || bytes + command.Content.Length > MostBytes)
        {
            throw new RuleBrokenException("CaseFilesFull", $"A case has at most {MostFiles} files of {MostBytes} bytes together; it has {files} of {bytes}.", "file");
        }

        session.Record(at, command.Access.UserName, new StepNote("AttachmentAdded")
        {
            Details = new JsonObject
            {
                ["attachment"] = added.Id,
                ["fileName"] = added.Name,
                ["mediaType"] = added.Type.MediaType,
                ["material"] = command.MaterialCode,
                ["sha256"] = Convert.ToHexStringLower(added.Hash),
            },
        });
        session.Changes.More.Add(new NpgsqlBatchCommand(Insert)
        {
            Parameters =
            {
                Sql.Of(session.Case.CentreId), Sql.Of(added.Id), Sql.Of(session.Case.CaseId), Sql.Of(command.MaterialCode), Sql.Of(added.Name), Sql.Of(added.Type.MediaType),
                Sql.Of((long)command.Content.Length), Sql.Of(added.Hash), Sql.Of(command.Content.ToArray()), Sql.Of(session.Case.UpdatedAt), Sql.Of(command.Access.UserName),
            },
        });
    }

    private sealed record Added(Guid Id, string Name, AttachmentType Type, byte[] Hash);
}
