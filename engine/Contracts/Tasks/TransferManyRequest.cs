namespace ApprovalEngine.Contracts.Tasks;

/// <summary>Several tasks that go to one person; each is passed on for itself.</summary>
/// <param name="TaskIds">The tasks, <see cref="ManyDone.Most"/> at most.</param>
/// <param name="ToUser">User name of the person.</param>
/// <param name="Reason">Why.</param>
public sealed record TransferManyRequest(IReadOnlyList<Guid> TaskIds, string ToUser, string? Reason = null);
