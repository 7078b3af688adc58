using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Jobs;
using MediatR;

namespace ApprovalEngine.Approval.Cases;

/// <summary>A published calendar moves what it moves: a few cases at once, many by a job. Until it has passed a case, an act on it reckons it first.</summary>
internal sealed class CalendarPublishedHandler(CaseRecalculation recalculation, JobTrigger jobs) : INotificationHandler<CalendarPublished>
{
    private const int MostAtOnce = 200;

    public async Task Handle(CalendarPublished notification, CancellationToken cancellationToken)
    {
        if (await recalculation.CountAsync(notification.CentreId, notification.Version, cancellationToken) <= MostAtOnce)
        {
            await recalculation.RunAsync(notification.CentreId, notification.Version, cancellationToken);
        }
        else
        {
            jobs.Trigger(ReckonCases.Name);
        }
    }
}
