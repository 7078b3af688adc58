namespace ApprovalEngine.Contracts.Elsa;

/// <summary>How an activity fared in an instance: the badges on Studio's canvas.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="ActivityNodeId">Its path.</param>
/// <param name="StartedCount">How often it began.</param>
/// <param name="CompletedCount">How often it ended as meant.</param>
/// <param name="UncompletedCount">How often it did not.</param>
/// <param name="IsBlocked">Whether it waits.</param>
/// <param name="IsFaulted">Whether it stands as a fault.</param>
/// <param name="AggregateFaultCount">Its faults.</param>
public sealed record ElsaActivityStats(
    string ActivityId, string ActivityNodeId, int StartedCount, int CompletedCount, int UncompletedCount, bool IsBlocked, bool IsFaulted, int AggregateFaultCount);
