namespace ApprovalEngine.Contracts.Tasks;

/// <summary>Several tasks that a person takes at once; each is taken for itself.</summary>
/// <param name="TaskIds">The tasks, <see cref="ManyDone.Most"/> at most.</param>
public sealed record ClaimManyRequest(IReadOnlyList<Guid> TaskIds);
