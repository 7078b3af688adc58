using System.Collections.Frozen;

namespace ApprovalEngine.Host.Server;

/// <summary>
/// Lists of names that the office loads when it is opened travel compressed; no other answers do. Where something secret stands beside what
/// somebody else has put in, the length of the compressed answer tells of it (BREACH); these bear neither.
/// </summary>
internal static class CompressedLists
{
    private static readonly FrozenSet<string> Paths = FrozenSet.Create(StringComparer.Ordinal, "/api/v1/organisation/names", "/api/v1/organisation/units", "/api/v1/items");

    public static IServiceCollection AddCompressedLists(this IServiceCollection services) => services.AddResponseCompression(compression => compression.EnableForHttps = true);

    public static IApplicationBuilder UseCompressedLists(this IApplicationBuilder app) =>
        app.UseWhen(context => HttpMethods.IsGet(context.Request.Method) && Paths.Contains(context.Request.Path.Value ?? ""), lists => lists.UseResponseCompression());
}
