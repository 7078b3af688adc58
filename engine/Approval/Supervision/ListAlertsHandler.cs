using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Supervision;
using MediatR;

namespace ApprovalEngine.Approval.Supervision;

/// <summary>Answers <see cref="ListAlerts"/>.</summary>
internal sealed class ListAlertsHandler(AlertReader alerts) : IRequestHandler<ListAlerts, Page<AlertListed>>
{
    public async Task<Page<AlertListed>> Handle(ListAlerts asked, CancellationToken cancel)
    {
        var (take, sort) = (Cursor.Take(asked.Take), asked.Filter.Sort);
        var found = await alerts.List(asked.Access, asked.Filter, AlertCursor.Read(sort, asked.After), take + 1, cancel);
        return Pages.Of(found, take, last => AlertCursor.Behind(sort, last).Write());
    }
}
