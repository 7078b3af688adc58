namespace ApprovalEngine.Approval.Exports;

/// <summary>An order that the screen gives a list itself, having it as a whole.</summary>
/// <typeparam name="TRow">A row of the list.</typeparam>
/// <param name="Name">What the screen calls it.</param>
/// <param name="Key">What the screen sorts by; rows without it come last either way.</param>
public sealed record ExportOrder<TRow>(string Name, Func<TRow, IComparable?> Key);
