namespace ApprovalEngine.Contracts.Elsa;

/// <summary>What became of several definitions that were to be published; each is answered for itself.</summary>
/// <param name="Published">Are published now.</param>
/// <param name="AlreadyPublished">Were published before.</param>
/// <param name="NotFound">Are not there.</param>
/// <param name="Skipped">Were left alone.</param>
/// <param name="UpdatedConsumers">Definitions that use one of them and were moved to its new version.</param>
/// <param name="Failed">Could not be published.</param>
/// <param name="Warnings">Why, by definition id.</param>
public sealed record ElsaBulkPublished(
    IReadOnlyList<string> Published,
    IReadOnlyList<string> AlreadyPublished,
    IReadOnlyList<string> NotFound,
    IReadOnlyList<string> Skipped,
    IReadOnlyList<string> UpdatedConsumers,
    IReadOnlyList<string> Failed,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Warnings);

/// <summary>What became of several definitions that were to be retracted.</summary>
/// <param name="Retracted">Are no longer published.</param>
/// <param name="AlreadyRetracted">Were not published before.</param>
/// <param name="Skipped">Were left alone.</param>
/// <param name="NotPublished">Were never published.</param>
/// <param name="NotFound">Are not there.</param>
public sealed record ElsaBulkRetracted(
    IReadOnlyList<string> Retracted,
    IReadOnlyList<string> AlreadyRetracted,
    IReadOnlyList<string> Skipped,
    IReadOnlyList<string> NotPublished,
    IReadOnlyList<string> NotFound);
