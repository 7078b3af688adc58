namespace ApprovalEngine.Host.Pages.Public;

/// <summary>Addresses of the guide; where several centres are served they stay with the one that is read about.</summary>
internal static class GuideLinks
{
    /// <summary>The list of items.</summary>
    public static string All(string? centre) => "guide" + Of(centre);

    /// <summary>One item.</summary>
    public static string Item(string code, string? centre) => $"guide/{Uri.EscapeDataString(code)}{Of(centre)}";

    private static string Of(string? centre) => string.IsNullOrEmpty(centre) ? "" : $"?centre={Uri.EscapeDataString(centre)}";
}
