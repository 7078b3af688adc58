using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;
using MediatR;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>The people to whom a task can be passed on, or who can be asked to sign: those whose scope reaches the case, without who asks.</summary>
/// <param name="Access">Who asks; they must be able to see the case.</param>
/// <param name="TaskId">The task.</param>
public sealed record TaskPeople(Access Access, Guid TaskId) : IRequest<IReadOnlyList<PersonName>>;

internal sealed class TaskPeopleHandler(CaseTrials trials, CaseSight sight) : IRequestHandler<TaskPeople, IReadOnlyList<PersonName>>
{
    public async Task<IReadOnlyList<PersonName>> Handle(TaskPeople query, CancellationToken cancellationToken)
    {
        var (access, caseId) = (query.Access, CaseIds.CaseOf(query.TaskId));
        await sight.RequireAsync(access, caseId, cancellationToken);
        var session = await trials.OpenAsync(access.CentreId, caseId, cancellationToken);
        return [.. session.World.Directory.People
            .Where(person => person.UserName != access.UserName && CaseReach.MaySign(session, person))
            .Select(person => new PersonName(person.UserName, person.DisplayName, person.IsActive))];
    }
}
