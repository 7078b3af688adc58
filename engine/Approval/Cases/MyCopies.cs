using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Tasks;
using MediatR;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>Cases that one was given to read, newest first unless asked otherwise.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="After">The `next` of the page before.</param>
/// <param name="Take">How many.</param>
/// <param name="Sort">The order; null for the latest first.</param>
public sealed record MyCopies(Access Access, string? After, int Take, PastSort? Sort = null) : IRequest<Page<CopyListed>>
{
    /// <summary>Which of them.</summary>
    public PastFilter Filter { get; init; } = new();
}

/// <summary>How many of them there are.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Filter">Which of them.</param>
public sealed record CountCopies(Access Access, PastFilter Filter) : IRequest<long>;

internal sealed class MyCopiesHandler(CaseDatabase database) : IRequestHandler<MyCopies, Page<CopyListed>>, IRequestHandler<CountCopies, long>
{
    private const string Columns = "y.case_id, c.case_no, i.code, p.name, y.copied_by, y.copied_at, y.text, y.read_at";

    // Index (centre, user, copied, case). A case is copied to a person once.
    private const string Mine = """
        from case_copy y join cases c on c.centre_id = y.centre_id and c.case_id = y.case_id
            join item i on i.centre_id = c.centre_id and i.item_id = c.item_id
            join applicant p on p.centre_id = c.centre_id and p.applicant_id = c.applicant_id
        where y.centre_id = $1 and y.user_name = $2
        """;

    public async Task<Page<CopyListed>> Handle(MyCopies query, CancellationToken cancellationToken)
    {
        var (take, place) = (Cursor.Take(query.Take), PastCursor.Read(query.Sort, query.After));
        var rows = await database.ListAsync(
            $"select {Columns} {Mine} {PastFilters.Conditions(query.Filter, 8, "c.case_no")} {PastOrder.Page(query.Sort, 3, "y.copied_at", "y.case_id", "0::integer")}", Read, cancellationToken,
            [Sql.Of(query.Access.CentreId), Sql.Of(query.Access.UserName), .. place.Values(take + 1), .. PastFilters.Values(query.Filter)]);
        return Pages.Of(rows, take, last => new PastCursor(place.Sort, last.At, last.CaseId, 0, last.Item).Write());
    }

    public async Task<long> Handle(CountCopies query, CancellationToken cancellationToken) =>
        (await database.ListAsync(
            $"select count(*) {Mine} {PastFilters.Conditions(query.Filter, 3, "c.case_no")}", reader => reader.GetInt64(0), cancellationToken,
            [Sql.Of(query.Access.CentreId), Sql.Of(query.Access.UserName), .. PastFilters.Values(query.Filter)])).Single();

    private static CopyListed Read(NpgsqlDataReader reader) => new(
        reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetFieldValue<DateTimeOffset>(5), CaseFields.Text(reader, 6), CaseFields.Instant(reader, 7));
}
