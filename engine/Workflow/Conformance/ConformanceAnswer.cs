using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Conformance;

/// <summary>What a run came to, in the form of a case's <c>expected</c>.</summary>
internal static class ConformanceAnswer
{
    public static JsonObject Of(CompiledFlow flow, IReadOnlyList<Transition> steps, FlowState last)
    {
        var answer = new JsonObject
        {
            ["steps"] = new JsonArray([.. steps.Select((step, index) => Step(flow, step, isStart: index == 0))]),
            ["status"] = last.Status.ToString(),
            ["subStatus"] = last.SubStatus.ToString(),
            ["bookmarks"] = Bookmarks(flow, last),
            ["incidents"] = new JsonArray([.. last.Incidents.Select(incident => new JsonObject { ["activityId"] = Local(flow, incident.ActivityId), ["activityType"] = incident.ActivityType })]),
            ["variables"] = new JsonObject(FlowVariables.Of(flow, last).Where(pair => flow.Variables.Any(variable => variable.Name == pair.Key)).Select(Copy)),
            ["output"] = new JsonObject(last.Output.Select(Copy)),
        };
        if (last.CorrelationId is { } correlation)
        {
            answer["correlationId"] = correlation;
        }

        if (last.Name is { } name)
        {
            answer["name"] = name;
        }

        return answer;
    }

    private static JsonObject Step(CompiledFlow flow, Transition step, bool isStart)
    {
        var answer = new JsonObject
        {
            ["lines"] = new JsonArray([.. step.Effects.OfType<Effect.LineWritten>().Select(line => JsonValue.Create(line.Text))]),
            ["status"] = step.State.Status.ToString(),
            ["subStatus"] = step.State.SubStatus.ToString(),
            ["bookmarks"] = Bookmarks(flow, step.State),
        };
        if (!isStart)
        {
            answer["matched"] = step.Matched;
        }

        return answer;
    }

    private static JsonArray Bookmarks(CompiledFlow flow, FlowState state) =>
        new([.. state.Bookmarks.Select(place => new JsonObject { ["kind"] = place.Kind, ["activityId"] = Local(flow, place.ActivityId), ["name"] = place.Name })]);

    /// <summary>Real Elsa names what stands in a definition used as an activity, or is executed by another, by its own id.</summary>
    private static string Local(CompiledFlow flow, string activityId) => flow.Activities.GetValueOrDefault(activityId)?.LocalId ?? activityId;

    private static KeyValuePair<string, JsonNode?> Copy(KeyValuePair<string, JsonNode?> pair) => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone());
}
