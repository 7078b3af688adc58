using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Supervision;
using MediatR;

namespace ApprovalEngine.Approval.Supervision;

/// <summary>Alerts within the asker's scope, and those that name the asker; the latest due first unless the filter asks for another order.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Filter">What narrows the list.</param>
/// <param name="After">Where the page begins; null for the first.</param>
/// <param name="Take">Page size.</param>
public sealed record ListAlerts(Access Access, AlertFilter Filter, string? After, int Take) : IRequest<Page<AlertListed>>;
