namespace ApprovalEngine.AdminUi.Api;

/// <summary>Writes the question part of an address.</summary>
public static class Queries
{
    /// <summary>Names with their values; what has none is left out.</summary>
    public static string Of(params IEnumerable<(string Name, string? Value)> pairs) =>
        string.Join('&', pairs.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value!.Trim())}"));
}
