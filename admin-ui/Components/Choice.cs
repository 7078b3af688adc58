namespace ApprovalEngine.AdminUi.Components;

/// <summary>Something that can be chosen: an order of a list, or what it is narrowed to.</summary>
/// <param name="Value">What stands in the address; empty for the usual order, or all.</param>
/// <param name="Text">What it is called.</param>
public sealed record Choice(string Value, string Text);
