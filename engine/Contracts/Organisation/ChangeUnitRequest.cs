namespace ApprovalEngine.Contracts.Organisation;

/// <summary>What may change of a unit.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What it is called.</param>
/// <param name="IsActive">Whether work may be given to it.</param>
/// <param name="Parent">Code of the unit it shall stand below, with all that is below it; null leaves it where it is.</param>
public sealed record ChangeUnitRequest(OrgUnitKind Kind, LocalText Name, bool IsActive, string? Parent = null);
