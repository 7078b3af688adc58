namespace ApprovalEngine.Contracts.Organisation;

/// <summary>A unit of the organisation tree.</summary>
/// <param name="Code">Its key.</param>
/// <param name="Parent">Code of the unit above; null for the root.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What it is called.</param>
/// <param name="IsActive">Whether work may be given to it.</param>
public sealed record UnitView(string Code, string? Parent, OrgUnitKind Kind, LocalText Name, bool IsActive);
