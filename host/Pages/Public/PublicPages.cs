using ApprovalEngine.Approval.Public;
using Microsoft.AspNetCore.Hosting.Server;

namespace ApprovalEngine.Host.Pages.Public;

/// <summary>The pages that everybody may see: progress of a case, guide to the items, checking of documents, rating.</summary>
internal static class PublicPages
{
    public static IServiceCollection AddPublicPages(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(PublicOptions.Section).Get<PublicOptions>() ?? new PublicOptions();
        services.AddSingleton(options).AddSingleton<PublicTries>().AddScoped<Visit>();
        return services.AddSingleton(provider => new PublicAddress(() => PublicRoot.Of(options, provider.GetRequiredService<IServer>())));
    }
}
