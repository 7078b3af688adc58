namespace ApprovalEngine.Contracts.Catalogue;

/// <summary>An item of a sheet. Form, materials and all that a line has no room for stay as they are.</summary>
/// <param name="Line">Its line, counted as the sheet does.</param>
/// <param name="Code">Its key.</param>
/// <param name="NationalCode">12, 31 or 33 characters where known.</param>
/// <param name="Kind">Instant or promised.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Limits">Its limits.</param>
/// <param name="Unit">Code of the unit that handles its cases.</param>
/// <param name="DefinitionId">Its flow.</param>
/// <param name="State">New, Changed or Unchanged; not believed when it comes back.</param>
public sealed record ItemRow(int Line, string Code, string? NationalCode, ItemKind Kind, LocalText Name, ItemLimits Limits, string Unit, string DefinitionId, string? State = null);

/// <summary>Brings items in: all of them or none.</summary>
/// <param name="Items">As the preview said.</param>
public sealed record ImportItemsRequest(IReadOnlyList<ItemRow> Items);
