namespace ApprovalEngine.Host.Server;

/// <summary>What browsers may do with our answers. Nothing is fetched from elsewhere, nothing is framed, no inline script runs.</summary>
internal static class SecurityHeaders
{
    /// <summary>Pages of packages (API reference, job dashboard) carry inline scripts and styles of their own.</summary>
    private static readonly PathString[] PackagePages = ["/scalar", "/hangfire"];

    public static IServiceCollection AddSecurityHeaders(this IServiceCollection services)
    {
        var strict = Policy(ownInline: false);
        var lenient = Policy(ownInline: true);
        services.AddSecurityHeaderPolicies().SetPolicySelector(context =>
            PackagePages.Any(page => context.HttpContext.Request.Path.StartsWithSegments(page, StringComparison.Ordinal)) ? lenient : strict);
        return services;
    }

    private static HeaderPolicyCollection Policy(bool ownInline) => new HeaderPolicyCollection()
        .AddContentTypeOptionsNoSniff()
        .AddFrameOptionsDeny()
        .AddReferrerPolicySameOrigin()
        .AddStrictTransportSecurityMaxAge()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
        .AddPermissionsPolicyWithDefaultSecureDirectives()
        .RemoveServerHeader()
        .AddContentSecurityPolicy(policy =>
        {
            policy.AddDefaultSrc().Self();
            policy.AddObjectSrc().None();
            policy.AddBaseUri().None();
            policy.AddFormAction().Self();
            policy.AddFrameAncestors().None();
            policy.AddImgSrc().Self().Data();
            policy.AddFontSrc().Self().Data();
            if (ownInline)
            {
                policy.AddScriptSrc().Self().UnsafeInline();
                policy.AddStyleSrc().Self().UnsafeInline();
            }
        });
}
