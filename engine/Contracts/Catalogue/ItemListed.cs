namespace ApprovalEngine.Contracts.Catalogue;

/// <summary>An item in a list, in its current version.</summary>
/// <param name="Code">Its key.</param>
/// <param name="Version">Current version.</param>
/// <param name="Kind">Instant or promised.</param>
/// <param name="Name">What it is called.</param>
/// <param name="State">Whether it can be applied for.</param>
/// <param name="LegalDays">Working days by law.</param>
/// <param name="PromisedDays">Working days promised.</param>
/// <param name="Unit">Code of the unit that handles its cases.</param>
/// <param name="DefinitionId">Its flow.</param>
public sealed record ItemListed(string Code, int Version, ItemKind Kind, LocalText Name, ItemState State, int LegalDays, int PromisedDays, string Unit, string DefinitionId);
