using System.Text.Json.Nodes;

namespace ApprovalEngine.Contracts.Elsa;

/// <summary>What a save or a publication came to.</summary>
/// <param name="WorkflowDefinition">The definition as it is stored now.</param>
/// <param name="AlreadyPublished">Whether there was nothing to publish.</param>
/// <param name="ConsumingWorkflowCount">How many definitions use it and were moved to the new version.</param>
/// <param name="ValidationErrors">Always empty: errors are answered with status 400.</param>
public sealed record ElsaSaved(JsonObject WorkflowDefinition, bool AlreadyPublished, int ConsumingWorkflowCount, IReadOnlyList<string> ValidationErrors);
