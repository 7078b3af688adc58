using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Contracts.Accounts;

/// <summary>A role and where it is held; it reaches down the unit's tree.</summary>
/// <param name="Role">Which.</param>
/// <param name="UnitPath">Path of the unit.</param>
/// <param name="Unit">Code of the unit.</param>
public sealed record HeldRole(Role Role, string UnitPath, string? Unit = null);
