using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Tasks;
using ApprovalEngine.Workflow.Runtime;
using MediatR;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>The steps to which a case can be returned from a task, each with what that would cancel and open, as the case stands now.</summary>
/// <param name="Access">Who asks; they must be able to act on the task.</param>
/// <param name="TaskId">The task.</param>
public sealed record ReturnChoices(Access Access, Guid TaskId) : IRequest<IReadOnlyList<ReturnView>>;

internal sealed class ReturnChoicesHandler(CaseTrials trials, TaskActs acts, TimeProvider clock) : IRequestHandler<ReturnChoices, IReadOnlyList<ReturnView>>
{
    public async Task<IReadOnlyList<ReturnView>> Handle(ReturnChoices query, CancellationToken cancellationToken)
    {
        var (access, caseId, number) = (query.Access, CaseIds.CaseOf(query.TaskId), CaseIds.NumberOf(query.TaskId));
        var session = await trials.OpenAsync(access.CentreId, caseId, cancellationToken);
        var task = session.Case.State.Tasks.FirstOrDefault(open => open.Id == number)
            ?? throw await acts.WhatHappenedAsync(access, caseId, number, cancellationToken);
        var at = clock.GetUtcNow();
        var absent = TaskRights.RequireActor(access, task, session, at);
        var context = CaseContext.For(session.Case, session.World, at, access.UserName, absent);
        return [.. ReturnPreview.Targets(session.World.Flow, session.Case.State, number, context).Select(step => Preview(session, step, number, context))];
    }

    private static ReturnView Preview(CaseSession session, string activityId, int taskNo, FlowContext context)
    {
        var preview = ReturnPreview.Of(session.World.Flow, session.Case.State, activityId, taskNo, context);
        return new ReturnView(
            Listing.Step(session, activityId),
            [.. preview.Cancelled.Select(task => Shown(session, task))],
            [.. preview.Opened.Select(task => Shown(session, task))],
            [.. preview.Kept.Select(task => Shown(session, task))],
            [.. preview.DroppedTimers]);
    }

    private static ReturnedTask Shown(CaseSession session, OpenTask task) =>
        new(Listing.Step(session, task.ActivityId), task.Seat, task.Assignee ?? task.Offer.User, TaskRights.UnitOf(task, session).Code);
}
