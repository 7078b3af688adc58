using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Statistics;
using MediatR;
using Npgsql;

namespace ApprovalEngine.Approval.Ratings;

/// <summary>The ratings behind the satisfaction.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Filter">Which ratings.</param>
/// <param name="OnlyBad">Only those below 3.</param>
/// <param name="After">Where the page begins; null for the first.</param>
/// <param name="Take">How many; a screen asks for 200 at most, an export for more.</param>
/// <param name="Sort">The order; null for the latest given first.</param>
public sealed record ListRatings(Access Access, RatingFilter Filter, bool OnlyBad, string? After, int Take, RatingSort? Sort = null) : IRequest<Page<RatingListed>>;

/// <summary>How many of them there are.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Filter">Which ratings.</param>
/// <param name="OnlyBad">Only those below 3.</param>
public sealed record CountRatings(Access Access, RatingFilter Filter, bool OnlyBad) : IRequest<long>;

internal sealed class ListRatingsHandler(CaseDatabase database, RatingPeriod periods, OrgDirectory directories, ItemStore items)
    : IRequestHandler<ListRatings, Page<RatingListed>>, IRequestHandler<CountRatings, long>
{
    private const string Count = $"select count(*) from rating r where {RatingPeriod.Condition} and (not $6 or r.grade < 3)";

    public async Task<Page<RatingListed>> Handle(ListRatings asked, CancellationToken cancel)
    {
        FilterValue.Require(asked.Sort, "sort");
        var take = Cursor.Take(asked.Take);
        var after = RatingCursor.Read(asked.Sort, asked.After);
        var directory = await directories.Of(asked.Access.CentreId, cancel);
        var all = (await items.All(asked.Access.CentreId, cancel)).ToDictionary(item => item.ItemId);
        NpgsqlParameter[] more = [Sql.Of(asked.OnlyBad), Sql.Nullable(after?.At), Sql.Nullable(after?.CaseId), Sql.Nullable((short?)after?.Grade), Sql.Of(take + 1)];
        var rows = await database.ListAsync(
            List(RatingOrder.Of(asked.Sort)),
            reader => new RatingListed(
                reader.GetGuid(0), reader.GetString(1), all[reader.GetInt32(2)].Code, directory.Unit(reader.GetInt32(3)).Code, ((Grade)reader.GetInt16(4)).ToString(), CaseFields.Text(reader, 5),
                reader.GetFieldValue<DateTimeOffset>(6)),
            cancel, [.. await periods.ParametersAsync(asked.Access, asked.Filter, cancel), .. more]);
        return Pages.Of(rows, take, last => RatingCursor.Behind(asked.Sort, last));
    }

    public async Task<long> Handle(CountRatings asked, CancellationToken cancel) => (await database.ListAsync(
        Count, reader => reader.GetInt64(0), cancel, [.. await periods.ParametersAsync(asked.Access, asked.Filter, cancel), Sql.Of(asked.OnlyBad)])).Single();

    // Cases by their primary key.
    private static string List(RatingOrder order) => $"""
        select r.case_id, c.case_no, c.item_id, r.unit_id, r.grade, r.reason, r.given_at
        from rating r join cases c on c.centre_id = r.centre_id and c.case_id = r.case_id
        where {RatingPeriod.Condition} and (not $6 or r.grade < 3) and ($7::timestamptz is null or ({order.After}))
        {order.By}
        limit $10
        """;
}
