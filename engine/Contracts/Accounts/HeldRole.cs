using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Contracts.Accounts;

/// <summary>A role and where it is held; it reaches down the unit's tree.</summary>
public sealed record HeldRole(Role Role, string UnitPath);
