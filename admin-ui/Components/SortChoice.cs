namespace ApprovalEngine.AdminUi.Components;

/// <summary>An order that a list can have.</summary>
/// <param name="Value">What stands in the address; empty for the usual one.</param>
/// <param name="Text">What it is called.</param>
public sealed record SortChoice(string Value, string Text);
