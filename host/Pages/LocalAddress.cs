namespace ApprovalEngine.Host.Pages;

/// <summary>Where to go back to after signing in: only ever to a page of ours.</summary>
internal static class LocalAddress
{
    /// <summary>The start page, where people sign in.</summary>
    public const string Start = "/";

    /// <summary>The address if it is a path on this host, else the start page.</summary>
    public static string Of(string? address) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\', StringComparison.Ordinal)
            && !address.Any(char.IsControl)
            ? address
            : Start;
}
