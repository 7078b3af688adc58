namespace ApprovalEngine.Contracts.Catalogue;

/// <summary>An item's limits.</summary>
/// <param name="Kind">How they are counted.</param>
/// <param name="LegalDays">Working days by law.</param>
/// <param name="PromisedDays">Working days promised; never above the legal ones.</param>
/// <param name="DeliveryDays">Working days from the decision to handing over the result.</param>
/// <param name="ExtensionDays">Working days by which the limit may be extended at most.</param>
public sealed record ItemLimits(LimitKind Kind, int LegalDays, int PromisedDays, int? DeliveryDays = null, int? ExtensionDays = null);
