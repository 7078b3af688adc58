namespace ApprovalEngine.Contracts.Tasks;

/// <summary>Several tasks that go to one person; each is passed on for itself.</summary>
/// <param name="TaskIds">The tasks, <see cref="ManyDone.Most"/> at most.</param>
/// <param name="ToUser">User name of the person.</param>
/// <param name="Reason">Why.</param>
/// <param name="Holders">
/// Who had each, as it was shown, null for nobody: a task that somebody else has by now is left as it is. Null, or a task that is not there: whoever has it.
/// </param>
public sealed record TransferManyRequest(IReadOnlyList<Guid> TaskIds, string ToUser, string? Reason = null, IReadOnlyDictionary<Guid, string?>? Holders = null);
