namespace ApprovalEngine.Approval.Notifications;

/// <summary>The addresses outside that flows may ask with Elsa.SendHttpRequest: an allow list, empty by default. Nothing else is ever asked.</summary>
public sealed class HttpDestinations
{
    /// <summary>Section of the configuration: a list of destinations.</summary>
    public const string Section = "HttpDestinations";

    /// <summary>What is allowed.</summary>
    public IReadOnlyList<HttpDestination> Allowed { get; init; } = [];

    /// <summary>The destination that covers an address; null where none does.</summary>
    public HttpDestination? Find(Uri address) => Allowed.FirstOrDefault(destination => destination.Covers(address));
}

/// <summary>Addresses that flows may ask.</summary>
public sealed record HttpDestination
{
    /// <summary>What an address begins with: the same scheme, host and port, and a path under this one.</summary>
    public required Uri Url { get; init; }

    /// <summary>Whether its host may have an address inside the centre's own network. Without it the host has to be a public one, whatever the name service says.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Value of the header Authorization, instead of what the flow says; null for none. Never logged.</summary>
    public string? Authorization { get; init; }

    /// <summary>Whether an address lies under this one.</summary>
    public bool Covers(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri || address.UserInfo.Length > 0 || address.Scheme is not ("http" or "https")
            || Uri.Compare(address, Url, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) != 0)
        {
            return false;
        }

        // What a server may unescape into other steps of a path is no path under this one.
        var path = address.AbsolutePath;
        var under = Url.AbsolutePath.EndsWith('/') ? Url.AbsolutePath : Url.AbsolutePath + "/";
        return under == "/" || (!HasHiddenSteps(path) && (path == Url.AbsolutePath || path.StartsWith(under, StringComparison.Ordinal)));
    }

    private static bool HasHiddenSteps(string path) =>
        path.Contains("%2f", StringComparison.OrdinalIgnoreCase) || path.Contains("%5c", StringComparison.OrdinalIgnoreCase) || path.Contains("%2e", StringComparison.OrdinalIgnoreCase)
        || path.Contains("%25", StringComparison.Ordinal) || path.Contains(';', StringComparison.Ordinal);
}
