using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Elsa;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;
using MediatR;

namespace ApprovalEngine.Approval.Elsa.Instances;

/// <summary>An instance with its state as Elsa writes it.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Id">Which.</param>
public sealed record GetInstance(Access Access, string Id) : IRequest<JsonObject>;

/// <summary>Where an instance stands, in short.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Id">Which.</param>
public sealed record GetExecutionState(Access Access, string Id) : IRequest<ElsaExecutionState>;

internal sealed class GetInstanceHandlers(InstanceReader reader) : IRequestHandler<GetInstance, JsonObject>, IRequestHandler<GetExecutionState, ElsaExecutionState>
{
    public async Task<JsonObject> Handle(GetInstance request, CancellationToken cancellationToken)
    {
        var instance = await reader.ReadAsync(request.Access, request.Id, cancellationToken);
        var log = ExecutionLog.Of(instance);
        var shown = new JsonObject
        {
            ["id"] = instance.Id.ToString(),
            ["definitionId"] = instance.DefinitionId,
            ["definitionVersionId"] = instance.VersionId,
            ["version"] = instance.Version,
            ["workflowState"] = WorkflowState(instance, log),
            ["status"] = instance.State.Status.ToString(),
            ["subStatus"] = instance.State.SubStatus.ToString(),
            ["isExecuting"] = false,
            ["incidentCount"] = instance.State.Incidents.Length,
            ["isSystem"] = false,
        };
        AddWhereGiven(shown, "correlationId", instance.State.CorrelationId);
        AddWhereGiven(shown, "name", instance.Name);
        AddTimes(shown, instance);
        return shown;
    }

    public async Task<ElsaExecutionState> Handle(GetExecutionState request, CancellationToken cancellationToken)
    {
        var instance = await reader.ReadAsync(request.Access, request.Id, cancellationToken);
        return new ElsaExecutionState(instance.State.Status.ToString(), instance.State.SubStatus.ToString(), instance.UpdatedAt);
    }

    /// <summary>The state in Elsa's form; what a case's variables, inputs and outputs hold is not part of it.</summary>
    internal static JsonObject WorkflowState(Instance instance, ExecutionLog log)
    {
        var open = log.Executions.Where(execution => execution.IsOpen).Reverse().ToList();
        var state = new JsonObject
        {
            ["id"] = instance.Id.ToString(),
            ["definitionId"] = instance.DefinitionId,
            ["definitionVersionId"] = instance.VersionId,
            ["definitionVersion"] = instance.Version,
            ["status"] = instance.State.Status.ToString(),
            ["subStatus"] = instance.State.SubStatus.ToString(),
            ["isExecuting"] = false,
            ["bookmarks"] = new JsonArray([.. instance.State.Bookmarks.Select((place, index) => Bookmark(instance, open, place, index))]),
            ["incidents"] = new JsonArray([.. instance.State.Incidents.Select(incident => Incident(instance, log, incident))]),
            ["isSystem"] = false,
            ["completionCallbacks"] = new JsonArray([.. log.Executions.Where(execution => execution.IsOpen && execution.Parent is not null).Select(Callback)]),
            ["activityExecutionContexts"] = new JsonArray([.. open.Select(Context)]),
            ["scheduledActivities"] = new JsonArray(),
            ["executionLogSequence"] = log.Events.Count,
            ["input"] = new JsonObject(),
            ["output"] = instance.IsTrial ? new JsonObject(instance.State.Output.Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))) : new JsonObject(),
            ["properties"] = new JsonObject(),
        };
        AddWhereGiven(state, "correlationId", instance.State.CorrelationId);
        AddWhereGiven(state, "name", instance.Name);
        AddTimes(state, instance);
        return state;
    }

    private static JsonObject Bookmark(Instance instance, List<Execution> open, Bookmark place, int index)
    {
        var execution = open.FirstOrDefault(one => one.Node?.Id == place.ActivityId);

        // In a trial people's tasks are answered from outside too.
        var payload = place.Kind == ActivityTypes.RunTask || instance.IsTrial
            ? new JsonObject { ["taskId"] = InstanceTasks.IdOf(instance, place), ["taskName"] = place.Name }
            : new JsonObject { ["name"] = place.Name };
        return new JsonObject
        {
            ["id"] = $"{execution?.Id}.{index}",
            ["name"] = place.Kind,
            ["hash"] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{place.Kind}:{place.ActivityId}:{place.Name}"))),
            ["payload"] = payload,
            ["activityId"] = execution?.ActivityId ?? place.ActivityId,
            ["activityNodeId"] = execution?.NodeId,
            ["activityInstanceId"] = execution?.Id,
            ["createdAt"] = execution?.StartedAt ?? instance.UpdatedAt,
            ["autoBurn"] = true,
            ["callbackMethodName"] = "ResumeAsync",
            ["autoComplete"] = true,
        };
    }

    private static JsonObject Incident(Instance instance, ExecutionLog log, Incident incident)
    {
        var at = log.Events.LastOrDefault(happened => happened.Name == "Faulted" && happened.Execution.Node?.Id == incident.ActivityId);
        return new JsonObject
        {
            ["activityId"] = at?.Execution.ActivityId ?? incident.ActivityId,
            ["activityNodeId"] = at?.Execution.NodeId,
            ["activityType"] = incident.ActivityType,
            ["message"] = incident.Message,
            ["timestamp"] = at?.At ?? instance.UpdatedAt,
        };
    }

    private static JsonObject Callback(Execution execution) => new()
    {
        ["ownerInstanceId"] = execution.Parent!.Id,
        ["childNodeId"] = execution.NodeId,
        ["methodName"] = execution.Parent.Node is null ? "OnRootCompletedAsync" : "OnChildCompletedAsync",
    };

    private static JsonObject Context(Execution execution)
    {
        var context = new JsonObject { ["id"] = execution.Id, ["callStackDepth"] = execution.Depth };
        AddWhereGiven(context, "parentContextId", execution.Parent?.Id);
        context["scheduledActivityNodeId"] = execution.NodeId;
        AddWhereGiven(context, "ownerActivityNodeId", execution.Parent?.NodeId);
        context["properties"] = new JsonObject();
        context["metadata"] = new JsonObject();
        context["activityState"] = new JsonObject();
        context["dynamicVariables"] = new JsonArray();
        context["status"] = execution.Status;
        context["isExecuting"] = false;
        context["faultCount"] = execution.Fault is null ? 0 : 1;
        context["startedAt"] = execution.StartedAt;
        return context;
    }

    private static void AddTimes(JsonObject json, Instance instance)
    {
        json["createdAt"] = instance.CreatedAt;
        json["updatedAt"] = instance.UpdatedAt;
        if (instance.FinishedAt is { } finished)
        {
            json["finishedAt"] = finished;
        }
    }

    // As Elsa does: what is null is left out.
    private static void AddWhereGiven(JsonObject json, string name, string? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }
}
