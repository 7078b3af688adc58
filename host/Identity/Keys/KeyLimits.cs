using System.Threading.RateLimiting;
using ApprovalEngine.Approval.Keys;
using ApprovalEngine.Host.Server;

namespace ApprovalEngine.Host.Identity.Keys;

/// <summary>What a program may ask in a minute, each key for itself. People are not counted: they have no loops.</summary>
internal static class KeyLimits
{
    private const int Parts = 12;

    public static IServiceCollection AddKeyLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection(KeyOptions.Section).Get<KeyOptions>() ?? new KeyOptions();
        return services.AddSingleton(settings).AddSingleton<KeyTries>().AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => ProgramOf(context) is { } program
                ? Budget.Partition(program, settings.RequestsPerMinute, TimeSpan.FromMinutes(1), Parts)
                : RateLimitPartition.GetNoLimiter(""));
            options.OnRejected = (rejected, _) =>
            {
                rejected.HttpContext.Response.ComeAgainAfter(Budget.WaitAfter(rejected.Lease));
                return ValueTask.CompletedTask;
            };
        });
    }

    /// <summary>The part that may be known of the key by which a program was let in.</summary>
    private static string? ProgramOf(HttpContext context) =>
        context.User.Identity is { IsAuthenticated: true, AuthenticationType: ApiKeyHandler.SchemeName } && ApiKeyHandler.KeyOf(context.Request) is { } key ? ApiKeys.CodeOf(key) : null;
}
