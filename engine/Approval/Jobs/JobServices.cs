using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Approval.Tasks;
using Hangfire;
using Hangfire.PostgreSql;
using Microsoft.Extensions.DependencyInjection;

namespace ApprovalEngine.Approval.Jobs;

/// <summary>Registers Hangfire on the product's database, and the jobs.</summary>
public static class JobServices
{
    /// <summary>Adds them. The host adds the server once the database is ready, and tells it <see cref="JobSchedule.Register"/>.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddSingleton<JobRunner>()
        .AddTransient<OverdueAlerts>()
        .AddTransient<DeliverOutbox>()
        .AddTransient<NightlyChecks>()
        .AddTransient(provider => new ResumeHandOvers(
            provider.GetRequiredService<JobRunner>(), provider.GetRequiredService<HandOvers>(), provider.GetRequiredService<TimeProvider>()))
        .AddTransient<SealTrail>()
        .AddTransient<MigrateCases>()
        .AddTransient<ReckonCases>()
        .AddTransient<RefreshRollups>()
        .AddTransient<SendReminders>()
        .AddTransient<PrepareAuditPartitions>()
        .AddTransient<ForgetIdempotencyKeys>()
        .AddTransient<ForgetTrials>()
        .AddTransient<WarnOfMissingCalendar>()
        .AddHangfire((provider, hangfire) => hangfire
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings()
            .UsePostgreSqlStorage(
                storage => storage.UseNpgsqlConnection(provider.GetRequiredService<ApprovalDatabase>().ConnectionString),
                JobStorage.Options));
}
