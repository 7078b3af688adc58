using ApprovalEngine.Host.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace ApprovalEngine.Host.Identity.Outer;

/// <summary>Where a browser goes so that the provider ends its session too (OpenID Connect RP-Initiated Logout 1.0).</summary>
internal sealed class OuterSignOut(IEnumerable<OuterProvider> providers, IOptionsMonitor<OpenIdConnectOptions> options, IHttpContextAccessor context, ILogger<OuterSignOut> log)
{
    /// <summary>The place at the provider; null when this session did not come from it, it offers none, or it does not answer: the session here ends in any case.</summary>
    public async Task<Uri?> PlaceAsync()
    {
        var http = context.HttpContext!;
        if (providers.SingleOrDefault() is not { } provider || await http.GetTokenAsync(IdentityConstants.ApplicationScheme, OpenIdConnectParameterNames.IdToken) is not { } idToken)
        {
            return null;
        }

        try
        {
            var described = await options.Get(OuterServices.Scheme).ConfigurationManager!.GetConfigurationAsync(http.RequestAborted);
            return string.IsNullOrEmpty(described.EndSessionEndpoint) ? null : new Uri(new OpenIdConnectMessage
            {
                IssuerAddress = described.EndSessionEndpoint,
                ClientId = provider.ClientId,
                IdTokenHint = idToken,
                PostLogoutRedirectUri = $"{http.Request.Scheme}://{http.Request.Host}{LocalAddress.Start}",
                EnableTelemetryParameters = false,
            }.CreateLogoutRequestUrl());
        }
        catch (InvalidOperationException away)
        {
            log.LogWarning("The provider {Authority} does not say where its sessions end ({Message}).", provider.Authority, away.Message);
            return null;
        }
    }
}
