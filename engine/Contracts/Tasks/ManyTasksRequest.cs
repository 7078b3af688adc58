namespace ApprovalEngine.Contracts.Tasks;

/// <summary>Several tasks with which a person does one thing at once, as taking them or putting them back; each for itself.</summary>
/// <param name="TaskIds">The tasks, <see cref="ManyDone.Most"/> at most.</param>
public sealed record ManyTasksRequest(IReadOnlyList<Guid> TaskIds);
