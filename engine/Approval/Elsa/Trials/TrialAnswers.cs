using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Elsa.Trials;

/// <summary>What a trial hears when it asks outside. Nobody is asked: the flow goes on as if all had gone well.</summary>
internal static class TrialAnswers
{
    /// <summary>The answer to an effect; null where the flow waits for none.</summary>
    public static Stimulus.ServiceAnswered? To(Effect effect) => effect switch
    {
        Effect.ServiceCalled call => new Stimulus.ServiceAnswered(call.CallId, true),
        Effect.HttpRequested asked => new Stimulus.ServiceAnswered(asked.CallId, true, new JsonObject { ["status"] = 200, ["headers"] = new JsonObject(), ["content"] = null }),
        Effect.WorkflowDispatched { CallId: { } call } => new Stimulus.ServiceAnswered(call, true),
        _ => null,
    };
}
