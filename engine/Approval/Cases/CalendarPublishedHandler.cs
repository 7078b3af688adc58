using ApprovalEngine.Approval.Clocks;
using MediatR;

namespace ApprovalEngine.Approval.Cases;

/// <summary>A published calendar moves what it moves.</summary>
internal sealed class CalendarPublishedHandler(CaseRecalculation recalculation) : INotificationHandler<CalendarPublished>
{
    public Task Handle(CalendarPublished notification, CancellationToken cancellationToken) =>
        recalculation.RunAsync(notification.CentreId, notification.Version, Actors.Calendar, cancellationToken);
}
