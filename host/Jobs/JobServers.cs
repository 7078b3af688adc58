namespace ApprovalEngine.Host.Jobs;

/// <summary>Quartz for timers and Hangfire for jobs.</summary>
internal static class JobServers
{
    public static IServiceCollection AddJobServers(this IServiceCollection services) => services;

    public static void MapJobDashboard(this IEndpointRouteBuilder app)
    {
    }
}
