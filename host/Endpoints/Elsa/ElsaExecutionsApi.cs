using ApprovalEngine.Approval.Elsa.Instances;
using ApprovalEngine.Contracts.Elsa;
using ApprovalEngine.Host.Identity;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ApprovalEngine.Host.Endpoints.Elsa;

/// <summary>What ran in an instance.</summary>
internal static class ElsaExecutionsApi
{
    public static RouteGroupBuilder MapElsaExecutions(this RouteGroupBuilder elsa)
    {
        elsa.MapGet("/activity-executions/list", List);
        elsa.MapGet("/activity-executions/by-id", Get);
        elsa.MapPost("/activity-executions/report", Report);
        elsa.MapGet("/activity-execution-summaries/list", ListSummaries);
        return elsa;
    }

    private static async Task<JsonHttpResult<ElsaList<ElsaActivityExecution>>> List(ElsaQuery query, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        ElsaJson.Answer(new ElsaList<ElsaActivityExecution>(await mediator.Send(
            new ListExecutions(current.Access, query.Text("workflowInstanceId") ?? "", query.Text("activityNodeId"), query.Flag("completed")), cancel)));

    private static async Task<JsonHttpResult<ElsaList<ElsaActivityExecutionSummary>>> ListSummaries(ElsaQuery query, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        ElsaJson.Answer(new ElsaList<ElsaActivityExecutionSummary>(await mediator.Send(
            new ListExecutionSummaries(current.Access, query.Text("workflowInstanceId") ?? "", query.Text("activityNodeId"), query.Flag("completed")), cancel)));

    private static async Task<JsonHttpResult<ElsaActivityExecution>> Get(ElsaQuery query, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        ElsaJson.Answer(await mediator.Send(new GetExecution(current.Access, query.Text("id") ?? ""), cancel));

    private static async Task<JsonHttpResult<object>> Report(ElsaBody body, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        ElsaJson.Answer<object>(new { Stats = await mediator.Send(new ReportExecutions(current.Access, body.Text("workflowInstanceId") ?? "", body.Texts("activityNodeIds")), cancel) });
}
