namespace ApprovalEngine.Contracts.Organisation;

/// <summary>A new unit.</summary>
/// <param name="Code">1 to 32 letters, digits and dashes; unique in the centre and never changed.</param>
/// <param name="Parent">Code of the unit above.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What it is called.</param>
public sealed record AddUnitRequest(string Code, string Parent, OrgUnitKind Kind, LocalText Name);
