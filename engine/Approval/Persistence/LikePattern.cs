namespace ApprovalEngine.Approval.Persistence;

/// <summary>Patterns for <c>ilike</c> in which what people typed stands for itself.</summary>
internal static class LikePattern
{
    /// <summary>The text, whatever its letters' case.</summary>
    public static string Exactly(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);

    /// <summary>Whatever contains the text; everything where there is none.</summary>
    public static string Containing(string? text) => $"%{Exactly(text?.Trim() ?? "")}%";
}
