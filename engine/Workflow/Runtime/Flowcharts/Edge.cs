namespace ApprovalEngine.Workflow.Runtime.Flowcharts;

/// <summary>A connection of a flowchart by positions.</summary>
/// <param name="Index">Its own position among the connections.</param>
/// <param name="Source">Position of the activity where it begins.</param>
/// <param name="Port">The source's outcome.</param>
/// <param name="Target">Position of the activity where it leads.</param>
internal sealed record Edge(int Index, int Source, string Port, int Target);
