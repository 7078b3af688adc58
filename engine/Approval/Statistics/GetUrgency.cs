using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Contracts.Statistics;
using MediatR;
using Npgsql;

namespace ApprovalEngine.Approval.Statistics;

/// <summary>How urgent the open cases are that the asker oversees, now.</summary>
/// <param name="Access">Who asks.</param>
public sealed record GetUrgency(Access Access) : IRequest<UrgencyView>;

/// <summary>Answers <see cref="GetUrgency"/>.</summary>
internal sealed class GetUrgencyHandler(CaseDatabase database, OrgDirectory directories, TimeProvider time) : IRequestHandler<GetUrgency, UrgencyView>
{
    // Index ix_cases_open, alone and in its order: what is due at one moment is counted together, which spares a hash of every case.
    private const string Counts = """
        select coalesce(sum(received), 0)::int,
               coalesce(sum(running - warned) filter (where due_at > $3), 0)::int,
               coalesce(sum(warned) filter (where due_at > $3), 0)::int,
               coalesce(sum(running) filter (where due_at <= $3), 0)::int,
               coalesce(sum(stopped), 0)::int,
               coalesce(sum(running) filter (where due_at is null), 0)::int
          from (select due_at, received, stopped, cases - received - stopped as running, warned
                  from (select due_at, count(*) as cases,
                               count(*) filter (where accepted_at is null) as received,
                               count(*) filter (where accepted_at is not null and status = 2) as stopped,
                               count(*) filter (where accepted_at is not null and status <> 2 and notice_at <= $3) as warned
                          from cases
                         where centre_id = $1 and unit_id = any($2) and status < 7
                         group by unit_id, due_at) counted) moments
        """;

    public async Task<UrgencyView> Handle(GetUrgency asked, CancellationToken cancel)
    {
        var access = asked.Access;
        access.Require(Role.Auditor, Role.Supervisor, Role.HeadOfCentre);
        var units = (await directories.Of(access.CentreId, cancel)).UnitsIn(access, CaseScope.Overseers);
        return (await database.ListAsync(Counts, Read, cancel, Sql.Of(access.CentreId), Sql.Of(units), Sql.Of(time.GetUtcNow()))).Single();
    }

    private static UrgencyView Read(NpgsqlDataReader reader) =>
        new(reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3), reader.GetInt32(4), reader.GetInt32(5));
}
