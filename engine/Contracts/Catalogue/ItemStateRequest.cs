namespace ApprovalEngine.Contracts.Catalogue;

/// <summary>Puts an item in force or cancels it; open cases go on.</summary>
/// <param name="State">As it shall be.</param>
public sealed record ItemStateRequest(ItemState State);
