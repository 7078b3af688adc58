namespace ApprovalEngine.Contracts.Statistics;

/// <summary>承諾提速率: by how much the promises of the items in force are shorter than the law's limits.</summary>
/// <param name="Rate">1 - sum of promised / sum of legal limits; numerator and denominator in working days.</param>
/// <param name="Items">The items behind it.</param>
public sealed record PromiseCompression(Rate Rate, IReadOnlyList<ItemPromise> Items);

/// <summary>An item's limits.</summary>
/// <param name="Item">Its code.</param>
/// <param name="Name">What it is called.</param>
/// <param name="PromisedDays">Working days promised.</param>
/// <param name="LegalDays">Working days by law.</param>
public sealed record ItemPromise(string Item, LocalText Name, int PromisedDays, int LegalDays);
