using System.Security.Cryptography;
using System.Text;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts;
using MediatR;
using Npgsql;

namespace ApprovalEngine.Approval.Public;

/// <summary>Somebody who was shown a document asks whether it is genuine. Null for an unknown number and for a wrong code alike.</summary>
/// <param name="Number">Its number as typed.</param>
/// <param name="Code">Its verification code as typed.</param>
public sealed record CheckDocument(string? Number, string? Code) : IRequest<GenuineDocument?>;

/// <summary>Somebody who was sent a file asks whether it is one of ours, byte for byte. Null when it is not.</summary>
/// <param name="Sha256">Hash of the file.</param>
public sealed record CheckFile(byte[] Sha256) : IRequest<GenuineDocument?>;

/// <summary>What is said of a genuine document: enough to compare it with the paper, nothing of its holder.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Number">Its number.</param>
/// <param name="Centre">Who issued it.</param>
/// <param name="IssuedOn">The centre's local date.</param>
public sealed record GenuineDocument(string Title, string Number, LocalText Centre, DateOnly IssuedOn);

internal sealed class CheckDocumentHandlers(CaseDatabase database, OrgDirectory directories, CalendarStore calendars)
    : IRequestHandler<CheckDocument, GenuineDocument?>, IRequestHandler<CheckFile, GenuineDocument?>
{
    // Unique index of documents (centre, number). A flow may number its documents in a way of its own, which is taken as it is typed.
    private const string ByNumber = """
        select d.centre_id, d.title, d.number, d.issued_at, d.verification_code from centre e join document d on d.centre_id = e.centre_id and d.number = any($1)
        """;

    // Index of files (centre, hash).
    private const string ByHash = """
        select d.centre_id, d.title, d.number, d.issued_at, d.verification_code from centre e join document_file f on f.centre_id = e.centre_id and f.sha256 = $1
        join document d on d.centre_id = f.centre_id and d.case_id = f.case_id and d.document_no = f.document_no
        """;

    public async Task<GenuineDocument?> Handle(CheckDocument request, CancellationToken cancellationToken)
    {
        var code = Encoding.UTF8.GetBytes(CodeText.Normalise(request.Code));
        var found = await FindAsync(ByNumber, Sql.Of([CodeText.NormaliseNumber(request.Number), request.Number?.Trim() ?? ""]), cancellationToken);
        return found is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(CodeText.Normalise(found.Code)), code) ? await SaidAsync(found, cancellationToken) : null;
    }

    public async Task<GenuineDocument?> Handle(CheckFile request, CancellationToken cancellationToken) =>
        await FindAsync(ByHash, Sql.Of(request.Sha256), cancellationToken) is { } found ? await SaidAsync(found, cancellationToken) : null;

    private async Task<Found?> FindAsync(string sql, NpgsqlParameter key, CancellationToken cancel) => (await database.ListAsync(
        sql, reader => new Found(reader.GetInt32(0), reader.GetString(1), reader.GetString(2), reader.GetFieldValue<DateTimeOffset>(3), reader.GetString(4)), cancel, key)).FirstOrDefault();

    private async Task<GenuineDocument> SaidAsync(Found found, CancellationToken cancel) => new(
        found.Title, found.Number, (await directories.Of(found.CentreId, cancel)).Centre.Name, (await calendars.Of(found.CentreId, cancel)).LocalDate(found.IssuedAt));

    private sealed record Found(int CentreId, string Title, string Number, DateTimeOffset IssuedAt, string Code);
}
