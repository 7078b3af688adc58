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
    // Index ix_cases_open_counted, alone.
    private const string Counts = """
        select
            count(*) filter (where accepted_at is null)::int,
            count(*) filter (where accepted_at is not null and status <> 2 and due_at > $3 and (notice_at is null or notice_at > $3))::int,
            count(*) filter (where accepted_at is not null and status <> 2 and due_at > $3 and notice_at <= $3)::int,
            count(*) filter (where accepted_at is not null and status <> 2 and due_at <= $3)::int,
            count(*) filter (where accepted_at is not null and status = 2)::int,
            count(*) filter (where accepted_at is not null and status <> 2 and due_at is null)::int
        from cases
        where centre_id = $1 and unit_id = any($2) and status < 7
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
