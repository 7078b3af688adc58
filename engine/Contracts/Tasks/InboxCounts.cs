namespace ApprovalEngine.Contracts.Tasks;

/// <summary>How many rows each list of an inbox has, counted at the same moment.</summary>
/// <param name="Mine">Tasks that one has, and those of people for whom one stands in.</param>
/// <param name="Claimable">Tasks on offer.</param>
/// <param name="Done">Tasks that one answered in the last <see cref="DoneDays"/> days.</param>
/// <param name="Copied">Cases that one was given to read.</param>
/// <param name="Unread">Of these not opened yet.</param>
public sealed record InboxCounts(int Mine, int Claimable, int Done, int Copied, int Unread)
{
    /// <summary>How far back the list of what one did goes.</summary>
    public const int DoneDays = 30;
}
