namespace ApprovalEngine.Approval.Cases;

/// <summary>A trail cannot be replayed to the state that is stored: it says at which row and why.</summary>
/// <param name="seq">Number of the row.</param>
/// <param name="why">A sentence.</param>
public sealed class JournalException(int seq, string why) : Exception($"Row {seq} of the trail: {why}")
{
    /// <summary>Number of the row.</summary>
    public int Seq { get; } = seq;
}
