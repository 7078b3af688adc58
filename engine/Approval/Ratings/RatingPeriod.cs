using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Organisation;
using Npgsql;

namespace ApprovalEngine.Approval.Ratings;

/// <summary>Which ratings are meant: the one condition of the figure and of the list behind it.</summary>
internal sealed class RatingPeriod(OrgDirectory directories, CalendarStore calendars)
{
    /// <summary>On a row <c>r</c> of rating. $1 centre, $2 units overseen, $3 and $4 from and before (instants).</summary>
    public const string Condition = "r.centre_id = $1 and r.unit_id = any($2) and r.given_at >= $3 and r.given_at < $4";

    public async Task<NpgsqlParameter[]> ParametersAsync(Access access, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        access.Require(CaseScope.Overseers);
        Period.Require(from, to);
        var calendar = await calendars.Of(access.CentreId, cancel);
        return
        [
            Sql.Of(access.CentreId), Sql.Of((await directories.Of(access.CentreId, cancel)).UnitsIn(access, CaseScope.Overseers)),
            Sql.Of(calendar.BeginsAt(from)), Sql.Of(calendar.BeginsAt(to.AddDays(1))),
        ];
    }
}
