namespace ApprovalEngine.Contracts.Organisation;

/// <summary>A unit of a sheet.</summary>
/// <param name="Line">Its line, counted as the sheet does.</param>
/// <param name="Code">Its key.</param>
/// <param name="Parent">Code of the unit above: one that is known, or that an earlier line brings.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What it is called.</param>
/// <param name="State">New, Changed or Unchanged; not believed when it comes back.</param>
public sealed record UnitRow(int Line, string Code, string Parent, OrgUnitKind Kind, LocalText Name, string? State = null);
