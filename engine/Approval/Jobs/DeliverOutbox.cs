using ApprovalEngine.Approval.Notifications;
using ApprovalEngine.Contracts.Jobs;
using Hangfire;

namespace ApprovalEngine.Approval.Jobs;

/// <summary>Delivers what cases want to happen outside.</summary>
[AutomaticRetry(Attempts = 0)] // each message has its own back-off
public sealed class DeliverOutbox(JobRunner runner, OutboxDelivery delivery)
{
    /// <summary>Name of the job.</summary>
    public const string Name = "outbox";

    /// <summary>Runs it.</summary>
    public Task Run(CancellationToken cancel) => runner.Run(Name, async stop => [new JobCount("messages", await delivery.RunAsync(stop))], cancel);
}
