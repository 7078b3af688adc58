using ApprovalEngine.Approval.Elsa.Instances;
using ApprovalEngine.Approval.Elsa.Trials;
using ApprovalEngine.Contracts.Elsa;
using ApprovalEngine.Host.Identity;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using System.Text.Json.Nodes;

namespace ApprovalEngine.Host.Endpoints.Elsa;

/// <summary>Trying flows out, and results from outside. Nothing here begins a case.</summary>
internal static class ElsaRunsApi
{
    /// <summary>Studio shows an instance only when it is told its id by this.</summary>
    private const string InstanceHeader = "x-elsa-workflow-instance-id";

    public static RouteGroupBuilder MapElsaRuns(this RouteGroupBuilder elsa)
    {
        var flows = elsa.MapGroup("/workflow-definitions");
        flows.MapPost("/{definitionId}/execute", Execute);
        flows.MapPost("/{definitionId}/dispatch", Dispatch);
        flows.MapPost("/{definitionId}/bulk-dispatch", BulkDispatch);
        elsa.MapPost("/tasks/{taskId}/complete", Complete);
        elsa.MapPost("/tests/activities", Test);
        return elsa;
    }

    private static async Task<JsonHttpResult<JsonObject>> Execute(
        string definitionId, ElsaBody body, CurrentAccess current, IMediator mediator, HttpContext context, CancellationToken cancel)
    {
        var id = (await mediator.Send(new StartTrial(current.Access, definitionId, Way(body)), cancel)).ToString();
        context.Response.Headers[InstanceHeader] = id;
        var shown = await mediator.Send(new GetInstance(current.Access, id), cancel);
        return ElsaJson.Answer(new JsonObject { ["workflowState"] = shown["workflowState"]!.DeepClone() });
    }

    private static async Task<JsonHttpResult<object>> Dispatch(string definitionId, ElsaBody body, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        ElsaJson.Answer<object>(new { WorkflowInstanceId = await mediator.Send(new StartTrial(current.Access, definitionId, Way(body)), cancel) });

    private static async Task<JsonHttpResult<object>> BulkDispatch(string definitionId, ElsaBody body, CurrentAccess current, IMediator mediator, CancellationToken cancel)
    {
        var runs = new List<Guid>();
        for (var left = Math.Clamp(body.Number("count") ?? 1, 1, MostAtOnce); left > 0; left--)
        {
            runs.Add(await mediator.Send(new StartTrial(current.Access, definitionId, Way(body)), cancel));
        }

        return ElsaJson.Answer<object>(new { WorkflowInstanceIds = runs });
    }

    private static async Task<JsonHttpResult<ElsaActivityTest>> Test(ElsaBody body, CurrentAccess current, IMediator mediator, CancellationToken cancel)
    {
        var (version, activity) = (new ElsaBody(body["workflowDefinitionHandle"] as JsonObject ?? []), new ElsaBody(body["activityHandle"] as JsonObject ?? []));
        var tested = new TestedVersion(version.Text("definitionVersionId"), version.Text("definitionId"), version.Text("versionOptions"));
        return ElsaJson.Answer(await mediator.Send(new TestActivity(current.Access, tested, activity.Text("activityNodeId") ?? activity.Text("activityId") ?? ""), cancel));
    }

    private static async Task<Ok> Complete(string taskId, ElsaBody body, CurrentAccess current, IMediator mediator, CancellationToken cancel)
    {
        await mediator.Send(new CompleteInstanceTask(current.Access, taskId, body["result"]?.DeepClone()), cancel);
        return TypedResults.Ok();
    }

    /// <summary>Trials that one request may start.</summary>
    private const int MostAtOnce = 100;

    private static TrialWay Way(ElsaBody body) => new(body.Text("versionOptions"), body.Text("correlationId"), body.Text("triggerActivityId"), body["input"]?.DeepClone() as JsonObject);
}
