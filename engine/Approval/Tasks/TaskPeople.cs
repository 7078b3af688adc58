using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Contracts.Tasks;
using ApprovalEngine.Workflow.Runtime;
using MediatR;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>The people to whom a part of a task can be given, without who asks and who has it: those whom the act itself would not refuse.</summary>
/// <param name="Access">Who asks; they must be able to see the case.</param>
/// <param name="TaskId">The task.</param>
/// <param name="Part">For what.</param>
public sealed record TaskPeople(Access Access, Guid TaskId, TaskPart Part) : IRequest<IReadOnlyList<PersonName>>;

internal sealed class TaskPeopleHandler(CaseTrials trials, CaseSight sight, TaskActs acts) : IRequestHandler<TaskPeople, IReadOnlyList<PersonName>>
{
    public async Task<IReadOnlyList<PersonName>> Handle(TaskPeople query, CancellationToken cancellationToken)
    {
        FilterValue.Require<TaskPart>(query.Part, "part");
        var (access, caseId, number) = (query.Access, CaseIds.CaseOf(query.TaskId), CaseIds.NumberOf(query.TaskId));
        await sight.RequireAsync(access, caseId, cancellationToken);
        var session = await trials.OpenAsync(access.CentreId, caseId, cancellationToken);
        var task = session.Case.State.Tasks.FirstOrDefault(open => open.Id == number) ?? throw await acts.WhatHappenedAsync(access, caseId, number, cancellationToken);
        return [.. session.World.Directory.People
            .Where(person => person.UserName != access.UserName && MayHave(query.Part, person, task, session))
            .Select(person => new PersonName(person.UserName, person.DisplayName, person.IsActive))];
    }

    private static bool MayHave(TaskPart part, PersonEntry person, OpenTask task, CaseSession session) => part switch
    {
        TaskPart.Transfer => person.UserName != task.Assignee && TransferTaskHandler.RefusalOf(person, task, session) is null,
        TaskPart.Advice => person.UserName != task.Assignee && DelegateTaskHandler.RefusalOf(person, task, session) is null,
        TaskPart.Signature => CaseReach.MaySign(session, person),
        _ => CaseReach.MayRead(session, person),
    };
}
