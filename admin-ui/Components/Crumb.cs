namespace ApprovalEngine.AdminUi.Components;

/// <summary>A page above another.</summary>
/// <param name="Text">What it is called.</param>
/// <param name="Address">Where it is.</param>
public sealed record Crumb(string Text, string Address);
