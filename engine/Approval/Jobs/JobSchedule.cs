using Hangfire;

namespace ApprovalEngine.Approval.Jobs;

/// <summary>When the jobs run. A tick missed is made up for once; what there is to do each job reads from the state.</summary>
public static class JobSchedule
{
    private const string Hourly = "7 * * * *";
    private const string EveryTenMinutes = "*/10 * * * *";

    /// <summary>Tells Hangfire; every host does, with the same answer.</summary>
    public static void Register(IRecurringJobManager jobs)
    {
        jobs.AddOrUpdate<OverdueAlerts>(OverdueAlerts.Name, job => job.Run(CancellationToken.None), Cron.Minutely);
        jobs.AddOrUpdate<DeliverOutbox>(DeliverOutbox.Name, job => job.Run(CancellationToken.None), Cron.Minutely);
        jobs.AddOrUpdate<ReckonCases>(ReckonCases.Name, job => job.Run(CancellationToken.None), Cron.Minutely);
        jobs.AddOrUpdate<MigrateCases>(MigrateCases.Name, job => job.Run(CancellationToken.None), Cron.Minutely);
        jobs.AddOrUpdate<SealTrail>(SealTrail.Name, job => job.Run(CancellationToken.None), Cron.Minutely);
        jobs.AddOrUpdate<RefreshRollups>(RefreshRollups.Name, job => job.Run(CancellationToken.None), Cron.Minutely);
        jobs.AddOrUpdate<SendReminders>(SendReminders.Name, job => job.Run(CancellationToken.None), EveryTenMinutes);
        jobs.AddOrUpdate<ResumeHandOvers>(ResumeHandOvers.Name, job => job.Run(CancellationToken.None), EveryTenMinutes);
        jobs.AddOrUpdate<NightlyChecks>(NightlyChecks.Name, job => job.Run(CancellationToken.None), EveryTenMinutes);
        jobs.AddOrUpdate<PrepareAuditPartitions>(PrepareAuditPartitions.Name, job => job.Run(CancellationToken.None), Hourly);
        jobs.AddOrUpdate<ForgetIdempotencyKeys>(ForgetIdempotencyKeys.Name, job => job.Run(CancellationToken.None), Hourly);
        jobs.AddOrUpdate<ForgetTrials>(ForgetTrials.Name, job => job.Run(CancellationToken.None), Hourly);
        jobs.AddOrUpdate<WarnOfMissingCalendar>(WarnOfMissingCalendar.Name, job => job.Run(CancellationToken.None), Hourly);

        // What fell due while no host ran need not wait for the next minute; the cost is that of what is due.
        jobs.Trigger(OverdueAlerts.Name);
    }
}
