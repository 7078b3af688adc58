using ApprovalEngine.Approval.Organisation;
using MediatR;

namespace ApprovalEngine.Approval.Supervision;

/// <summary>How many alerts <see cref="ListAlerts"/> would list.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Filter">What narrows the list.</param>
public sealed record CountAlerts(Access Access, AlertFilter Filter) : IRequest<long>;

internal sealed class CountAlertsHandler(AlertReader alerts) : IRequestHandler<CountAlerts, long>
{
    public Task<long> Handle(CountAlerts asked, CancellationToken cancellationToken) => alerts.Count(asked.Access, asked.Filter, cancellationToken);
}
