using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace ApprovalEngine.Approval.Timers;

/// <summary>Registers the clustered scheduler with its one recurring trigger.</summary>
public static class TimerServices
{
    /// <summary>How often timers are looked for; an act at a case brings about what is due in it at once, whatever the interval.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <summary>Adds Quartz on PostgreSQL. The host starts it once the database is set up.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="connectionString">The database, with password.</param>
    public static IServiceCollection AddTimers(this IServiceCollection services, string connectionString) => services.AddQuartz(quartz =>
    {
        quartz.ConfigureScheduler(scheduler =>
        {
            scheduler.InstanceName = "approval";
            scheduler.InstanceId = "AUTO";
        });
        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(NpgsqlFactory.Instance, connectionString);
            store.UseClustering();
            store.ProvisionSchema();
        });
        quartz.ScheduleJob<TimerJob>(trigger => trigger
            .WithIdentity("timers")
            .StartNow()
            .WithSimpleSchedule(schedule => schedule.WithInterval(Interval).RepeatForever()
                .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)));
    });
}
