using System.Text.Json.Nodes;

namespace ApprovalEngine.Contracts.Elsa;

/// <summary>How an activity fared that was run by itself.</summary>
/// <param name="ActivityState">Its inputs as they were worked out, by name.</param>
/// <param name="Outputs">Its outputs by name.</param>
/// <param name="Payload">What goes with it, for instance the outcomes.</param>
/// <param name="Exception">What went wrong; null for nothing.</param>
/// <param name="Status">Running (it waits), Completed, Canceled, Faulted.</param>
public sealed record ElsaActivityTest(JsonObject ActivityState, JsonObject Outputs, JsonObject Payload, ElsaFault? Exception, string Status);
