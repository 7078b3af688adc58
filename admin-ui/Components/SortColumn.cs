namespace ApprovalEngine.AdminUi.Components;

/// <summary>A column by which a table is sorted in the browser.</summary>
/// <param name="Name">What the address calls it.</param>
/// <param name="Text">Its heading.</param>
/// <param name="Key">What a row has there.</param>
public sealed record SortColumn<T>(string Name, string Text, Func<T, IComparable?> Key);
