using ApprovalEngine.Approval.Notifications;
using Hangfire;

namespace ApprovalEngine.Approval.Jobs;

/// <summary>Delivers what cases want to happen outside.</summary>
[AutomaticRetry(Attempts = 0)] // each message has its own back-off
public sealed class DeliverOutbox(JobRunner runner, OutboxDelivery delivery)
{
    /// <summary>Name of the job.</summary>
    public const string Name = "outbox";

    /// <summary>Runs it.</summary>
    public Task Run(CancellationToken cancel) => runner.Run(Name, async stop => $"{await delivery.RunAsync(stop)} messages taken up", cancel);
}
