using ApprovalEngine.Host.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Host.Tests.Api;

public sealed class Every_endpoint(RunningHost host)
{
    /// <summary>Open to everybody, and why that is right: signing in itself, descriptions, what monitoring asks, and the pages for applicants.</summary>
    private static readonly string[] Public =
    [
        "/", "/api/v1/sign-in", "/api/v1/session", "/elsa/api/identity/login", "/health/live", "/health/ready", "/language/{culture}", "/openapi/{documentName}.json",
        "/guide", "/guide/{Code}", "/nowhere", "/progress", "/rate", "/verify",
    ];

    private static readonly string[] Closed = ["/api", "/elsa/api"];

    private static readonly string[] PublicFolders = ["/scalar", "/_blazor", "/_framework"];

    [Fact]
    public void has_a_policy_or_stands_on_the_public_list()
    {
        // What is published of the office's program is open: it holds no data.
        var open = from endpoint in host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
                   where endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
                   let route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
                   let isOnList = Public.Contains(route) || PublicFolders.Any(folder => route.StartsWith(folder, StringComparison.Ordinal))
                   let policies = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy)
                   let hasPolicy = policies.Any(policy => policy is not null && (policy is Policies.SignedIn or Policies.Operations || Policies.Roles.ContainsKey(policy)))
                   where endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? !isOnList : !hasPolicy
                   select route;

        open.Distinct().Should().BeEmpty();
    }

    [Fact]
    public async Task of_the_api_refuses_who_is_not_signed_in()
    {
        using var nobody = host.Anonymous();
        foreach (var endpoint in host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
                     .Where(endpoint => Closed.Any(folder => endpoint.RoutePattern.RawText!.StartsWith(folder, StringComparison.Ordinal))
                         && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null))
        {
            var method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0];
            var path = endpoint.RoutePattern.RawText!.Replace(":guid", "", StringComparison.Ordinal);
            using var request = new HttpRequestMessage(new HttpMethod(method), System.Text.RegularExpressions.Regex.Replace(path, "{[^}]*}", Guid.Empty.ToString()));

            var answer = await nobody.SendAsync(request, TestContext.Current.CancellationToken);

            ((int)answer.StatusCode).Should().BeOneOf([401, 404, 405], $"{method} {path} is closed");
        }
    }
}
