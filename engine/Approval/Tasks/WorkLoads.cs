using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Tasks;
using MediatR;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>How much each person has to do of the cases that the asker oversees, and how much nobody has taken: who is overdue most first.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Unit">Code of the unit to which the tasks are offered, with all below it; null for all.</param>
public sealed record WorkLoads(Access Access, string? Unit) : IRequest<IReadOnlyList<WorkLoad>>;

internal sealed class WorkLoadsHandler(CaseDatabase database, OrgDirectory directories, TimeProvider clock) : IRequestHandler<WorkLoads, IReadOnlyList<WorkLoad>>
{
    public async Task<IReadOnlyList<WorkLoad>> Handle(WorkLoads query, CancellationToken cancellationToken)
    {
        var work = OverseenWork.Of(query.Access, await directories.Of(query.Access.CentreId, cancellationToken), new() { Unit = query.Unit });
        return await database.ListAsync(
            $"""
            select assignee, sum(open)::int, sum(overdue)::int
            from ({work.Select("{holder} assignee, count(*) open, count(*) filter (where t.due_at < $2) overdue", work.From, 3, "group by 1")}) w
            group by assignee order by 3 desc, 2 desc, 1
            """,
            row => new WorkLoad(CaseFields.Text(row, 0), row.GetInt32(1), row.GetInt32(2)), cancellationToken,
            [Sql.Of(query.Access.CentreId), Sql.Of(clock.GetUtcNow()), .. work.Values]);
    }
}
