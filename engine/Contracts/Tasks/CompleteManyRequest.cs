namespace ApprovalEngine.Contracts.Tasks;

/// <summary>One answer to several tasks of one step of one item that allows it; each is answered for itself.</summary>
/// <param name="TaskIds">The tasks, <see cref="ManyDone.Most"/> at most.</param>
/// <param name="Item">Code of the item that all their cases have.</param>
/// <param name="ActivityId">The step that all of them are.</param>
/// <param name="Outcome">The answer.</param>
/// <param name="Opinion">What the person adds in words, to each of them.</param>
public sealed record CompleteManyRequest(IReadOnlyList<Guid> TaskIds, string Item, string ActivityId, string Outcome, string? Opinion = null);
