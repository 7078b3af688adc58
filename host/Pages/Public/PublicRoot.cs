using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ApprovalEngine.Host.Pages.Public;

/// <summary>The root address that stands on receipts and documents.</summary>
internal static class PublicRoot
{
    /// <summary>As configured; else where this host listens, by a name that a browser on this machine can open. Never what a request claims: a document must not lead elsewhere.</summary>
    public static Uri Of(PublicOptions options, IServer server)
    {
        if (options.Url is { } given)
        {
            return given.AbsoluteUri.EndsWith('/') ? given : new Uri(given.AbsoluteUri + "/");
        }

        var listening = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost";
        var address = new UriBuilder(listening.Replace("//+", "//localhost", StringComparison.Ordinal).Replace("//*", "//localhost", StringComparison.Ordinal)) { Path = "/" };
        address.Host = address.Host is "0.0.0.0" or "[::]" ? "localhost" : address.Host;
        return address.Uri;
    }
}
