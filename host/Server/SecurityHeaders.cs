using ApprovalEngine.Host.Jobs;
using ApprovalEngine.Host.Studio;

namespace ApprovalEngine.Host.Server;

/// <summary>What browsers may do with our answers. Nothing is fetched from elsewhere, nothing is framed, no inline script runs.</summary>
internal static class SecurityHeaders
{
    /// <summary>The API reference carries inline scripts and styles of its own.</summary>
    private static readonly PathString Reference = "/scalar";

    public static IServiceCollection AddSecurityHeaders(this IServiceCollection services)
    {
        var strict = Policy();
        var lenient = Policy(ownInline: true);
        var dashboard = Policy(ownStyles: true);
        var office = Policy(ownProgram: true);
        var file = File();
        var studio = Studio();
        services.AddSecurityHeaderPolicies().SetPolicySelector(context =>
        {
            // What answers on a branch, as the job dashboard does, has its place in the base of the path.
            var path = context.HttpContext.Request.PathBase.Add(context.HttpContext.Request.Path);
            return IsFile(path) ? file
                : IsBelow(path, StudioApi.Path) ? studio
                : IsBelow(path, JobServers.Dashboard) ? dashboard
                : IsBelow(path, Reference) ? lenient
                : IsBelow(path, Office.Path) ? office : strict;
        });
        return services;
    }

    private static bool IsBelow(PathString path, PathString place) => path.StartsWithSegments(place, StringComparison.Ordinal);

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

    /// <param name="ownCamera">Papers are scanned under the computer's camera, where the person allows it.</param>
    private static HeaderPolicyCollection Common(bool ownCamera = false) => new HeaderPolicyCollection()
        .AddContentTypeOptionsNoSniff()
        .AddFrameOptionsDeny()
        .AddReferrerPolicySameOrigin()
        .AddStrictTransportSecurityMaxAge()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
        .AddPermissionsPolicy(policy =>
        {
            policy.AddDefaultSecureDirectives();
            if (ownCamera)
            {
                policy.AddCamera().Self();
            }
        })
        .RemoveServerHeader();

    /// <param name="ownInline">Scripts and styles within the page run.</param>
    /// <param name="ownStyles">Styles that scripts of the page set hold; its scripts are files.</param>
    /// <param name="ownProgram">WebAssembly of ours runs.</param>
    private static HeaderPolicyCollection Policy(bool ownInline = false, bool ownStyles = false, bool ownProgram = false) => Common(ownCamera: ownProgram)
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
            }

            if (ownInline || ownStyles)
            {
                policy.AddStyleSrc().Self().UnsafeInline();
            }
        });
}
