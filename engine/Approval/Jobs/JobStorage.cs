using ApprovalEngine.Approval.Persistence;
using Hangfire.PostgreSql;

namespace ApprovalEngine.Approval.Jobs;

/// <summary>Where Hangfire keeps its jobs.</summary>
internal static class JobStorage
{
    /// <summary>How the storage is used. Long jobs renew their lease, so none is taken for dead and run beside itself.</summary>
    public static PostgreSqlStorageOptions Options => new()
    {
        SchemaName = DatabaseSetup.HangfireSchema,
        PrepareSchemaIfNecessary = false,
        UseSlidingInvisibilityTimeout = true,
        InvisibilityTimeout = TimeSpan.FromMinutes(5),
        QueuePollInterval = TimeSpan.FromSeconds(5),

        // A lock is a row that a killed host leaves behind. Hangfire holds it for moments only and waits 15 seconds for it, at start-up
        // too: one that is older than this belongs to nobody any more. All jobs are safe to run twice.
        DistributedLockTimeout = TimeSpan.FromSeconds(10),
    };
}
