using System.Security.Cryptography;
using ApprovalEngine.Approval.Preferences;
using ApprovalEngine.Contracts.Accounts;
using ApprovalEngine.Host.Identity;
using ApprovalEngine.Host.Pages;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ApprovalEngine.Host.Server;

/// <summary>The office: its program, trimmed and compressed at build time (Host.csproj, "PublishOffice"), and the page that carries it.</summary>
internal static class Office
{
    /// <summary>Where the office begins.</summary>
    public const string Path = "/office";

    /// <summary>What was published, with fingerprints and encodings.</summary>
    private const string Manifest = "AdminUi.staticwebassets.endpoints.json";

    private static readonly Lazy<string> Published = new(() => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(System.IO.Path.Combine(AppContext.BaseDirectory, Manifest))).AsSpan(0, 8)));

    /// <summary>Tells what was published from what was before: a page of an older build is told that there is a newer one.</summary>
    public static string Build => Published.Value;

    public static void MapOffice(this IEndpointRouteBuilder app)
    {
        // A program without data is open to everybody; whoever wants the page signs in first and is taken back.
        app.MapStaticAssets(Manifest).AllowAnonymous();
        app.MapGet(Path + "/{**page}", Show).RequireAuthorization(Policies.SignedIn).ExcludeFromDescription();
    }

    /// <summary>As its person likes it: the first paint has it.</summary>
    private static async Task<RazorComponentResult<OfficePage>> Show(HttpContext context, CurrentAccess current, IMediator mediator, CancellationToken cancel)
    {
        var preferences = await mediator.Send(new MyPreferences(current.Access), cancel);
        return new(new Dictionary<string, object?>
        {
            [nameof(OfficePage.Path)] = context.Request.Path.Value!.TrimStart('/'),
            [nameof(OfficePage.Theme)] = preferences.GetValueOrDefault(Preference.Theme),
            [nameof(OfficePage.Density)] = preferences.GetValueOrDefault(Preference.Density),
            [nameof(OfficePage.Rail)] = preferences.GetValueOrDefault(Preference.Rail),
        });
    }
}
