using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Organisation;
using Npgsql;

namespace ApprovalEngine.Approval.Ratings;

/// <summary>Which ratings are meant: the one condition of the figure and of the list behind it.</summary>
internal sealed class RatingPeriod(OrgDirectory directories, ItemStore items, CalendarStore calendars)
{
    /// <summary>On a row <c>r</c> of rating. $1 centre, $2 units, $3 and $4 from and before (instants), $5 item. A case is found by its primary key.</summary>
    public const string Condition = """
        r.centre_id = $1 and r.unit_id = any($2) and r.given_at >= $3 and r.given_at < $4
            and ($5::int is null or exists (select from cases o where o.centre_id = r.centre_id and o.case_id = r.case_id and o.item_id = $5))
        """;

    public async Task<NpgsqlParameter[]> ParametersAsync(Access access, RatingFilter filter, CancellationToken cancel)
    {
        access.Require(CaseScope.Overseers);
        Period.Require(filter.From, filter.To);
        var calendar = await calendars.Of(access.CentreId, cancel);
        var directory = await directories.Of(access.CentreId, cancel);
        var overseen = directory.UnitsIn(access, CaseScope.Overseers);
        return
        [
            Sql.Of(access.CentreId), Sql.Of(filter.Unit is { } unit ? [.. overseen.Where(id => directory.Unit(id).IsWithin(directory.Unit(unit).Path))] : overseen),
            Sql.Of(calendar.BeginsAt(filter.From)), Sql.Of(calendar.BeginsAt(filter.To.AddDays(1))),
            Sql.Nullable(filter.Item is { } item ? (await items.Of(access.CentreId, item, cancel)).ItemId : (int?)null),
        ];
    }
}
