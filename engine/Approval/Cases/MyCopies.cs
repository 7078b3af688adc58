using System.Globalization;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Cases;
using MediatR;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>Cases that one was given to read, newest first.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="After">The `next` of the page before.</param>
/// <param name="Take">How many.</param>
public sealed record MyCopies(Access Access, string? After, int Take) : IRequest<Page<CopyListed>>;

internal sealed class MyCopiesHandler(CaseDatabase database) : IRequestHandler<MyCopies, Page<CopyListed>>
{
    // Index (centre, user, copied, case), backwards.
    private const string Mine = """
        select y.case_id, c.case_no, i.code, p.name, y.copied_by, y.copied_at, y.text, y.read_at
        from case_copy y join cases c on c.centre_id = y.centre_id and c.case_id = y.case_id
            join item i on i.centre_id = c.centre_id and i.item_id = c.item_id
            join applicant p on p.centre_id = c.centre_id and p.applicant_id = c.applicant_id
        where y.centre_id = $1 and y.user_name = $2 and (y.copied_at, y.case_id) < ($3, $4)
        order by y.copied_at desc, y.case_id desc
        limit $5
        """;

    private static readonly Guid Last = new("ffffffff-ffff-ffff-ffff-ffffffffffff");

    public async Task<Page<CopyListed>> Handle(MyCopies query, CancellationToken cancellationToken)
    {
        var (take, (at, caseId)) = (Cursor.Take(query.Take), Place(query.After));
        var rows = await database.ListAsync(
            Mine, Read, cancellationToken, Sql.Of(query.Access.CentreId), Sql.Of(query.Access.UserName), Sql.Of(at), Sql.Of(caseId), Sql.Of(take + 1));
        return Pages.Of(rows, take, last => Cursor.Write(last.At.ToString("O", CultureInfo.InvariantCulture), last.CaseId.ToString()));
    }

    private static CopyListed Read(NpgsqlDataReader reader) => new(
        reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetFieldValue<DateTimeOffset>(5), CaseFields.Text(reader, 6), CaseFields.Instant(reader, 7));

    private static (DateTimeOffset At, Guid CaseId) Place(string? after)
    {
        if (after is null)
        {
            return (DateTimeOffset.MaxValue, Last);
        }

        var parts = Cursor.Read(after, 2);
        return DateTimeOffset.TryParse(parts[0], CultureInfo.InvariantCulture, out var at) && Guid.TryParse(parts[1], out var caseId)
            ? (at, caseId)
            : throw Cursor.Invalid();
    }
}
