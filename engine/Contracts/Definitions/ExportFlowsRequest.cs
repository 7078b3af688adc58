namespace ApprovalEngine.Contracts.Definitions;

/// <summary>Asks for several versions as a zipped set.</summary>
/// <param name="Ids">Keys of versions (<see cref="FlowSummary.Id"/>).</param>
public sealed record ExportFlowsRequest(IReadOnlyList<string> Ids);
