using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Public;

namespace ApprovalEngine.Approval.Documents;

/// <summary>
/// The files of issued documents. Each is made once, from the row that the step wrote, and kept byte for byte with its SHA-256, which stands
/// in the case's trail too. The outbox makes it soon after the step; whoever opens it earlier has it made at once.
/// </summary>
public sealed class DocumentFiles(CaseDatabase database, CaseWorlds worlds, CaseWriter writer, PublicAddress address, DocumentFont font)
{
    private const string Read = """
        select d.document_no, d.title, d.number, d.verification_code, d.text, d.issued_at, f.content
        from document d left join document_file f on f.centre_id = d.centre_id and f.case_id = d.case_id and f.document_no = d.document_no
        where d.centre_id = $1 and d.case_id = $2 and (d.document_no = $3 or d.number = $4)
        """;

    private const string Keep = """
        insert into document_file (centre_id, case_id, document_no, content, sha256, made_at) values ($1, $2, $3, $4, $5, $6)
        on conflict (centre_id, case_id, document_no) do nothing
        """;

    /// <summary>Whether files can be made here.</summary>
    public bool CanMake => font.IsThere;

    /// <summary>The file of a document, made where it is not there yet.</summary>
    /// <param name="centreId">The centre.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="documentNo">The document's number within the case.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="NotFoundException">There is no such document.</exception>
    /// <exception cref="ConflictException">There is no font to make it with.</exception>
    public async Task<DocumentFile> OpenAsync(int centreId, Guid caseId, int documentNo, CancellationToken cancel) =>
        await FileAsync(centreId, caseId, await ReadAsync(centreId, caseId, documentNo, null, cancel) ?? throw new NotFoundException("Document", documentNo), cancel);

    /// <summary>Makes the file of a document that a step has issued; nothing where it is there, or where there is no font.</summary>
    internal async Task MakeAsync(int centreId, Guid caseId, string number, CancellationToken cancel)
    {
        if (CanMake && await ReadAsync(centreId, caseId, 0, number, cancel) is { } issued)
        {
            await FileAsync(centreId, caseId, issued, cancel);
        }
    }

    private async Task<DocumentFile> FileAsync(int centreId, Guid caseId, Issued issued, CancellationToken cancel)
    {
        if (issued.Content is null)
        {
            await WriteAsync(centreId, caseId, issued, cancel);

            // Who was faster has made it; what is kept counts.
            issued = (await ReadAsync(centreId, caseId, issued.No, null, cancel))!;
        }

        return new DocumentFile($"{issued.Title} {issued.Number}.pdf", issued.Content!);
    }

    private async Task WriteAsync(int centreId, Guid caseId, Issued issued, CancellationToken cancel)
    {
        if (!CanMake)
        {
            throw new ConflictException("DocumentFontMissing", $"The document is issued and can be verified, but this host has no font to print it with. {DocumentFont.Advice}");
        }

        var content = DocumentPdf.Of(await SheetAsync(centreId, caseId, issued), font.Files);
        var hash = SHA256.HashData(content);
        await writer.RunAsync(
            new CaseAct
            {
                CentreId = centreId,
                CaseId = caseId,
                Key = IdempotencyKey.Bind(Actors.Outbox, $"document-{caseId}-{issued.No}", nameof(DocumentFiles), new { caseId, issued.No }),
                Do = (session, at) =>
                {
                    session.Record(at, Actors.Outbox, new StepNote("DocumentWritten") { Details = new JsonObject { ["number"] = issued.Number, ["sha256"] = Convert.ToHexStringLower(hash) } });
                    session.Changes.More.Add(Sql.Command(
                        Keep, Sql.Of(centreId), Sql.Of(caseId), Sql.Of(issued.No), Sql.Of(content), Sql.Of(hash), Sql.Of(session.Case.UpdatedAt)));
                },
            },
            cancel);
    }

    private async Task<DocumentSheet> SheetAsync(int centreId, Guid caseId, Issued issued)
    {
        await using var connection = await database.OpenAsync(CancellationToken.None);
        var reading = await CaseReading.ReadAsync(connection, centreId, caseId);
        var world = await worlds.ForAsync(reading.Centre!, reading.Case!);
        return new DocumentSheet(
            issued.Title, issued.Number, issued.Code, issued.Text, world.Directory.Centre.Name.ZhHans, world.Directory.Unit(reading.Case!.UnitId).Name.ZhHans,
            world.Calendar.LocalDate(issued.At), address.VerificationOf(issued.Number, issued.Code));
    }

    private async Task<Issued?> ReadAsync(int centreId, Guid caseId, int no, string? number, CancellationToken cancel) => (await database.ListAsync(
        Read,
        reader => new Issued(
            reader.GetInt32(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetFieldValue<DateTimeOffset>(5),
            reader.IsDBNull(6) ? null : reader.GetFieldValue<byte[]>(6)),
        cancel, Sql.Of(centreId), Sql.Of(caseId), Sql.Of(no), Sql.Of(number))).FirstOrDefault();

    private sealed record Issued(int No, string Title, string Number, string Code, string Text, DateTimeOffset At, byte[]? Content);
}

/// <summary>The file of an issued document.</summary>
/// <param name="FileName">Title and number.</param>
/// <param name="Content">The PDF, as it was made.</param>
public sealed record DocumentFile(string FileName, byte[] Content);
