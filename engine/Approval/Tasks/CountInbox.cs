using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Tasks;
using MediatR;
using Npgsql;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>How many rows each list of a person's inbox has.</summary>
/// <param name="Access">Who asks.</param>
public sealed record CountInbox(Access Access) : IRequest<InboxCounts>;

internal sealed class CountInboxHandler(CaseDatabase database, OrgDirectory directories, TimeProvider clock) : IRequestHandler<CountInbox, InboxCounts>
{
    // The same conditions as the lists; indexes ix_task_open_mine, ix_task_open_claimable, ix_task_open_restricted, ix_task_open_offered, ix_task_closed_by and (centre, user, copied, case).
    private const string Counts = $"""
        select
            (select count(*)::int from task_open t where t.centre_id = $1 and (t.assignee = $2 or ({TaskOffers.InPlaceOfAbsent}))),
            {TaskOffers.CountToRole} + (select count(*)::int from task_open t where t.centre_id = $1 and {TaskOffers.ToPerson}),
            (select count(*)::int from task_closed d where {DoneTasks.Condition}),
            (select count(*)::int from case_copy y where y.centre_id = $1 and y.user_name = $2),
            (select count(*)::int from case_copy y where y.centre_id = $1 and y.user_name = $2 and y.read_at is null)
        """;

    public async Task<InboxCounts> Handle(CountInbox query, CancellationToken cancellationToken)
    {
        var access = query.Access;
        var offers = TaskOffers.To(access, await directories.Of(access.CentreId, cancellationToken));

        // $4 to $6 belong to the lists' pages.
        var counts = await database.ListPreparedAsync(
            Counts, Read, cancellationToken,
            Sql.Of(access.CentreId), Sql.Of(access.UserName), Sql.Of(DoneTasks.Since(clock)), Sql.Of(0), Sql.Of(0), Sql.Of(0),
            Sql.Of(offers.Units), Sql.Of(offers.Roles), Sql.Of(offers.Posts), Sql.Of(offers.Absent));
        return counts.Single();
    }

    private static InboxCounts Read(NpgsqlDataReader reader) => new(reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3), reader.GetInt32(4));
}
