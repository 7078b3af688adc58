using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace ApprovalEngine.Host.Server;

/// <summary>
/// Proxies before this host that say truthfully who asks: without them all requests seem to come from the proxy, and visitors would share one
/// budget of tries. What others claim in these headers counts for nothing.
/// </summary>
internal static class Proxies
{
    /// <summary>Section of the configuration: addresses or networks.</summary>
    public const string Section = "Proxies";

    /// <exception cref="FormatException">An entry is no address and no network.</exception>
    public static void UseProxies(this WebApplication app)
    {
        var known = app.Configuration.GetSection(Section).Get<string[]>() ?? [];
        if (known.Length == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var proxy in known)
        {
            if (proxy.Contains('/', StringComparison.Ordinal))
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
            else
            {
                options.KnownProxies.Add(IPAddress.Parse(proxy));
            }
        }

        app.UseForwardedHeaders(options);
    }
}
