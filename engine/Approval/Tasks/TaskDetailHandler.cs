using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Tasks;
using ApprovalEngine.Workflow.Runtime;
using MediatR;
using Npgsql;

namespace ApprovalEngine.Approval.Tasks;

internal sealed class TaskDetailHandler(CaseTrials trials, CaseSight sight, TaskActs acts, CaseDatabase database, ItemStore items, TimeProvider clock) : IRequestHandler<TaskDetail, TaskView>
{
    // What an adviser wrote stands in the trail; primary key of audit.
    private const string Opinions = """
        select actor, at, payload::jsonb ->> 'opinion' from audit
        where centre_id = $1 and case_id = $2 and act = 'TaskCompleted' and payload::jsonb ? 'opinion'
        """;

    public async Task<TaskView> Handle(TaskDetail query, CancellationToken cancellationToken)
    {
        var (access, caseId, number) = (query.Access, CaseIds.CaseOf(query.TaskId), CaseIds.NumberOf(query.TaskId));
        var reasons = await sight.RequireAsync(access, caseId, cancellationToken);
        await database.RecordAsync(access, caseId, reasons[0], clock.GetUtcNow(), cancellationToken);
        var session = await trials.OpenAsync(access.CentreId, caseId, cancellationToken);
        var task = session.Case.State.Tasks.FirstOrDefault(open => open.Id == number)
            ?? throw await acts.WhatHappenedAsync(access, caseId, number, cancellationToken);
        var (isAnswerable, onBehalfOf) = Answerable(access, task, session, clock.GetUtcNow());
        var trial = new OutcomeTrial(session, clock.GetUtcNow(), task.Assignee ?? access.UserName);
        return new TaskView
        {
            Task = Listing.Of(session, task, clock.GetUtcNow()),
            IsAnswerable = isAnswerable,
            OnBehalfOf = onBehalfOf,
            Outcomes = [.. task.Outcomes.Select(outcome => trial.Of(task, outcome))],
            Route = RouteAhead.Of(session, clock.GetUtcNow()),
            Advice = await AdviceAsync(session, task, cancellationToken),
            SubTasks = [.. session.Case.State.Tasks.Where(part => part.Parent == task.Id).Select(part => Listing.Of(session, part, clock.GetUtcNow()))],
            SignersAfter = [.. task.SignersAfter],
            Barred = [.. task.Barred],
            Form = new FormMask((await items.Content(session.Case.CentreId, session.Case.ItemId, session.Case.ItemVersion, cancellationToken)).Form).Applied(session.Case.Form),
            Version = session.Case.Version,
        };
    }

    private static (bool IsAnswerable, string? OnBehalfOf) Answerable(Access access, OpenTask task, CaseSession session, DateTimeOffset now)
    {
        try
        {
            var absent = TaskRights.RequireActor(access, task, session, now);
            return (task.Held is null && session.Case.State.Stop is null, absent);
        }
        catch (ApprovalException)
        {
            return (false, null);
        }
    }

    private async Task<IReadOnlyList<AdviceView>> AdviceAsync(CaseSession session, OpenTask task, CancellationToken cancel)
    {
        if (task.Advice.IsEmpty)
        {
            return [];
        }

        await using var connection = await database.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(Opinions, connection) { Parameters = { Sql.Of(session.Case.CentreId), Sql.Of(session.Case.CaseId) } };
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var opinions = new Dictionary<(string By, DateTimeOffset At), string>();
        while (await reader.ReadAsync(cancel))
        {
            opinions[(reader.GetString(0), reader.GetFieldValue<DateTimeOffset>(1))] = reader.GetString(2);
        }

        return [.. task.Advice.Select(advice => new AdviceView(advice.By, advice.Outcome, advice.At, opinions.GetValueOrDefault((advice.By, advice.At))))];
    }
}
