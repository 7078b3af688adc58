namespace ApprovalEngine.Workflow.Runtime;

/// <summary>An activity cannot go on: a fault of the flow or its data, never of the program.</summary>
/// <param name="message">A sentence.</param>
internal sealed class ActivityFaultException(string message) : Exception(message);
