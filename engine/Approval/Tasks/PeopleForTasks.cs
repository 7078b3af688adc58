using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;
using MediatR;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>
/// The people to whom all of several tasks could be offered, by the role, unit and post of each; without who asks. Tasks that are gone are left out, and
/// whom four eyes bar from one of them is told when it is passed on.
/// </summary>
/// <param name="Access">Who asks; of tasks whose cases they cannot see nothing is told.</param>
/// <param name="TaskIds">The tasks.</param>
public sealed record PeopleForTasks(Access Access, IReadOnlyList<Guid> TaskIds) : IRequest<IReadOnlyList<PersonName>>;

internal sealed class PeopleForTasksValidator() : RoundValidator<PeopleForTasks>(query => query.TaskIds);

internal sealed class PeopleForTasksHandler(CaseDatabase database, OrgDirectory directories) : IRequestHandler<PeopleForTasks, IReadOnlyList<PersonName>>
{
    private const string Offers = $"""
        select distinct o.unit_id, o.role, o.post
        from unnest($11::uuid[], $12::int[]) n(case_id, task_no)
            join task_open o on o.centre_id = $1 and o.case_id = n.case_id and o.task_no = n.task_no
            join cases c on c.centre_id = $1 and c.case_id = o.case_id
        where {CaseScope.Condition}
        """;

    public async Task<IReadOnlyList<PersonName>> Handle(PeopleForTasks query, CancellationToken cancellationToken)
    {
        var directory = await directories.Of(query.Access.CentreId, cancellationToken);
        var offers = await database.ListAsync(
            Offers, row => (Unit: directory.Unit(row.GetInt32(0)), Role: Enum.Parse<Role>(row.GetString(1)), Post: CaseFields.Text(row, 2)), cancellationToken,
            [.. CaseScope.Parameters(query.Access, directory), Sql.Of([.. query.TaskIds.Select(CaseIds.CaseOf)]), Sql.Of([.. query.TaskIds.Select(CaseIds.NumberOf)])]);
        return offers.Count == 0 ? [] : [.. directory.People
            .Where(person => person.UserName != query.Access.UserName && offers.All(offer => person.Answers(offer.Unit, offer.Role, offer.Post)))
            .Select(person => new PersonName(person.UserName, person.DisplayName, person.IsActive))];
    }
}
