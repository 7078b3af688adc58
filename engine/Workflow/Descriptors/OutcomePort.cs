namespace ApprovalEngine.Workflow.Descriptors;

/// <summary>A port that an activity of a definition has.</summary>
/// <param name="Name">The outcome.</param>
/// <param name="IsBeside">Fires beside the running flow; may stay unconnected.</param>
public sealed record OutcomePort(string Name, bool IsBeside = false);
