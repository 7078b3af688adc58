using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Supervision;
using MediatR;

namespace ApprovalEngine.Approval.Supervision;

/// <summary>One alert with its evidence.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="AlertId">The alert.</param>
public sealed record ShowAlert(Access Access, long AlertId) : IRequest<AlertView>;

/// <summary>Answers <see cref="ShowAlert"/>; an alert out of scope is as unknown as one that does not exist.</summary>
internal sealed class ShowAlertHandler(AlertReader alerts) : IRequestHandler<ShowAlert, AlertView>
{
    public async Task<AlertView> Handle(ShowAlert asked, CancellationToken cancel) =>
        await alerts.Find(asked.Access, asked.AlertId, cancel) ?? throw new NotFoundException("Alert", asked.AlertId);
}
