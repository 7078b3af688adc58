namespace ApprovalEngine.Contracts.Organisation;

/// <summary>What may change of a unit.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What it is called.</param>
/// <param name="IsActive">Whether work may be given to it.</param>
public sealed record ChangeUnitRequest(OrgUnitKind Kind, LocalText Name, bool IsActive);
