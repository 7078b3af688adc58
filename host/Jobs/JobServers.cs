using ApprovalEngine.Approval.Jobs;
using ApprovalEngine.Approval.Timers;
using ApprovalEngine.Host.Identity;
using Hangfire;
using Quartz;

namespace ApprovalEngine.Host.Jobs;

/// <summary>Quartz for timers and Hangfire for jobs; its dashboard is for administrators of the whole centre, wherever the request comes from.</summary>
internal static class JobServers
{
    /// <summary>Where Hangfire's dashboard is.</summary>
    public const string Dashboard = "/hangfire";

    private const int Workers = 4;

    public static IServiceCollection AddJobServers(this IServiceCollection services, string connectionString)
    {
        services.AddTimers(connectionString);
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        services.AddJobs();
        services.AddHostedService<JobCalendar>();
        services.AddHostedService<SealCopies>();
        services.AddHangfireServer(options =>
        {
            options.WorkerCount = Workers;
            options.ServerTimeout = TimeSpan.FromMinutes(2);
        });
        return services;
    }

    public static void MapJobDashboard(this IEndpointRouteBuilder app) =>

        // The dashboard's own filter lets local requests in, and behind a proxy every request is local: the policy takes its place.
        // It shows and does nothing: jobs are run by our own page, which records who did.
        app.MapHangfireDashboard(Dashboard, new DashboardOptions { Authorization = [], AppPath = "/office/admin/jobs", DisplayStorageConnectionString = false, IsReadOnlyFunc = _ => true })
            .RequireAuthorization(Policies.Operations);
}
