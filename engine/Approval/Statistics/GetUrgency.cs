using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Contracts.Statistics;
using MediatR;

namespace ApprovalEngine.Approval.Statistics;

/// <summary>How urgent the open cases are that the asker oversees, now.</summary>
/// <param name="Access">Who asks.</param>
public sealed record GetUrgency(Access Access) : IRequest<UrgencyView>;

/// <summary>Answers <see cref="GetUrgency"/>.</summary>
internal sealed class GetUrgencyHandler(CaseDatabase database, OrgDirectory directories, TimeProvider time) : IRequestHandler<GetUrgency, UrgencyView>
{
    // Index ix_cases_open, alone: each case is looked at once. CaseUrgency lists the cases of a class.
    private static string Counts(string where) => $"""
        select urgency, count(*)::int
          from (select case when accepted_at is null then 0
                            when status = 2 then 4
                            when due_at is null then 5
                            when due_at < $3 then 3
                            when notice_at <= $3 then 2
                            else 1 end as urgency
                  from cases
                 where centre_id = $1 and status < 7{where}) c
         group by urgency
        """;

    public async Task<UrgencyView> Handle(GetUrgency asked, CancellationToken cancel)
    {
        var access = asked.Access;
        access.Require(Role.Auditor, Role.Supervisor, Role.HeadOfCentre);
        var directory = await directories.Of(access.CentreId, cancel);

        // Whoever oversees all need not be asked of each case whether they do.
        var sql = Counts(CaseScope.IsWhole(access, directory) ? "" : " and unit_id = any($2)");
        var units = directory.UnitsIn(access, CaseScope.Overseers);
        var counts = await database.ListAsync(sql, reader => (Urgency: reader.GetInt32(0), Cases: reader.GetInt32(1)), cancel, Sql.Of(access.CentreId), Sql.Of(units), Sql.Of(time.GetUtcNow()));
        var of = counts.ToDictionary(one => one.Urgency, one => one.Cases);
        return new(of.GetValueOrDefault(0), of.GetValueOrDefault(1), of.GetValueOrDefault(2), of.GetValueOrDefault(3), of.GetValueOrDefault(4), of.GetValueOrDefault(5));
    }
}
