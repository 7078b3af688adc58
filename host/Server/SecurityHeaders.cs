using ApprovalEngine.Host.Studio;

namespace ApprovalEngine.Host.Server;

/// <summary>What browsers may do with our answers. Nothing is fetched from elsewhere, nothing is framed, no inline script runs.</summary>
internal static class SecurityHeaders
{
    /// <summary>Pages of packages (API reference, job dashboard) carry inline scripts and styles of their own.</summary>
    private static readonly PathString[] PackagePages = ["/scalar", "/hangfire"];

    public static IServiceCollection AddSecurityHeaders(this IServiceCollection services)
    {
        var strict = Policy();
        var lenient = Policy(ownInline: true);
        var office = Policy(ownProgram: true);
        var file = File();
        var studio = Studio();
        services.AddSecurityHeaderPolicies().SetPolicySelector(context =>
            IsFile(context.HttpContext.Request.Path) ? file
            : context.HttpContext.Request.Path.StartsWithSegments(StudioApi.Path, StringComparison.Ordinal) ? studio
            : PackagePages.Any(page => context.HttpContext.Request.Path.StartsWithSegments(page, StringComparison.Ordinal)) ? lenient
            : context.HttpContext.Request.Path.StartsWithSegments(Office.Path, StringComparison.Ordinal) ? office : strict);
        return services;
    }

    /// <summary>The two scripts that stand within Elsa Studio's components themselves, for the keys of its editor and viewer; the package is pinned, and so are these.</summary>
    private const string EditorKeys = "snlP1jz0gjwc5cTz9ErZcliXuCK63+Mmf68RRCeptgc=";

    private const string ViewerKeys = "vu6sQrKXQHR4Yn3FMMihA/9TxxfIXnCxKwvLrTPJ5ts=";

    /// <summary>Files that people handed in, and those that were issued.</summary>
    private static bool IsFile(PathString path) => path.Value is { } text && text.StartsWith("/api/v1/cases/", StringComparison.Ordinal)
        && (text.Contains("/attachments/", StringComparison.Ordinal) || text.Contains("/documents/", StringComparison.Ordinal));

    /// <summary>Whatever is in a file that somebody handed in, it runs nothing with the viewer's sign-in.</summary>
    private static HeaderPolicyCollection File() => Common().AddContentSecurityPolicy(policy =>
    {
        policy.AddDefaultSrc().None();
        policy.AddImgSrc().Self().Data();
        policy.AddSandbox();
        policy.AddFrameAncestors().None();
    });

    /// <summary>
    /// Elsa Studio compiles WebAssembly, sets styles from script and lets its code editor work in workers made from blobs; its addresses
    /// are relative to a base of its own. Nothing else is opened for it.
    /// </summary>
    private static HeaderPolicyCollection Studio() => Common().AddContentSecurityPolicy(policy =>
    {
        policy.AddDefaultSrc().Self();
        policy.AddObjectSrc().None();
        policy.AddBaseUri().Self();
        policy.AddFormAction().Self();
        policy.AddFrameAncestors().None();
        policy.AddScriptSrc().Self().WasmUnsafeEval().WithHash256(EditorKeys).WithHash256(ViewerKeys);
        policy.AddStyleSrc().Self().UnsafeInline();
        policy.AddWorkerSrc().Self().Blob();
        policy.AddImgSrc().Self().Data();
        policy.AddFontSrc().Self().Data();
    });

    private static HeaderPolicyCollection Common() => new HeaderPolicyCollection()
        .AddContentTypeOptionsNoSniff()
        .AddFrameOptionsDeny()
        .AddReferrerPolicySameOrigin()
        .AddStrictTransportSecurityMaxAge()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
        .AddPermissionsPolicyWithDefaultSecureDirectives()
        .RemoveServerHeader();

    /// <param name="ownInline">Scripts and styles within the page run.</param>
    /// <param name="ownProgram">WebAssembly of ours runs.</param>
    private static HeaderPolicyCollection Policy(bool ownInline = false, bool ownProgram = false) => Common()
        .AddContentSecurityPolicy(policy =>
        {
            policy.AddDefaultSrc().Self();
            policy.AddObjectSrc().None();
            policy.AddBaseUri().Self();
            if (ownProgram)
            {
                policy.AddScriptSrc().Self().WasmUnsafeEval();

                // PDF files are shown from a copy of their content.
                policy.AddFrameSrc().Self().Blob();

                // MudBlazor places its popovers by attributes; style sheets within the page stay closed.
                policy.AddStyleSrcElem().Self();
                policy.AddStyleSrcAttr().UnsafeInline();
            }

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
