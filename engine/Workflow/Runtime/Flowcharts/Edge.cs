namespace ApprovalEngine.Workflow.Runtime.Flowcharts;

/// <summary>A connection of a flowchart by positions.</summary>
/// <param name="Index">Its own position among the connections.</param>
/// <param name="Source">Position of the activity where it begins.</param>
/// <param name="Port">The source's outcome.</param>
/// <param name="Target">Position of the activity where it leads.</param>
/// <param name="First">Position of the first connection with the same ends: Elsa's modes know a connection by its ends, so doubles are counted together.</param>
internal sealed record Edge(int Index, int Source, string Port, int Target, int First);
