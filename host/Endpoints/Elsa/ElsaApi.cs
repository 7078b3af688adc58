using ApprovalEngine.Host.Identity;

namespace ApprovalEngine.Host.Endpoints.Elsa;

/// <summary>The contract of Elsa's own server (elsa-format.md, section 4): for Elsa Studio and for clients of Elsa's.</summary>
internal static class ElsaApi
{
    /// <summary>Where it begins.</summary>
    public const string Base = "/elsa/api";

    public static IServiceCollection AddElsaHub(this IServiceCollection services)
    {
        services.AddSignalR();
        return services.AddSingleton<InstanceWatch>().AddHostedService(provider => provider.GetRequiredService<InstanceWatch>());
    }

    public static void MapElsa(this IEndpointRouteBuilder app)
    {
        app.MapHub<InstanceHub>(InstanceHub.Path).RequireAuthorization(Policies.Administrator);
        app.MapGroup(Base).ProtectCookieWrites().RequireAuthorization(Policies.Administrator).WithTags("Elsa")
            .MapElsaDefinitions()
            .MapElsaVersions()
            .MapElsaInterchange()
            .MapElsaRuns()
            .MapElsaInstances()
            .MapElsaExecutions()
            .MapElsaDescriptors()
            .MapElsaServer();
    }
}
