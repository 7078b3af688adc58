using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Workflow.Calendars;
using MediatR;

namespace ApprovalEngine.Approval.Public;

/// <summary>The guide of an item that can be applied for, with the day by which an application of today is answered; null where there is no such item.</summary>
/// <param name="Centre">Code of the centre; null for the only one.</param>
/// <param name="Code">The item.</param>
public sealed record ShowGuide(string? Centre, string Code) : IRequest<GuidePage?>;

internal sealed class ShowGuideHandler(GuideCentre centres, ItemStore items, CalendarStore calendars, IMediator mediator, TimeProvider clock) : IRequestHandler<ShowGuide, GuidePage?>
{
    private const string Visitor = "system/public";

    public async Task<GuidePage?> Handle(ShowGuide request, CancellationToken cancellationToken)
    {
        if (await centres.FindAsync(request.Centre, cancellationToken) is not { } directory
            || (await items.All(directory.Centre.CentreId, cancellationToken)).FirstOrDefault(item => item.Code == request.Code) is not { State: ItemState.InForce } entry)
        {
            return null;
        }

        var item = (await mediator.Send(new GetItem(Access.System(directory.Centre.CentreId, Visitor), entry.Code, entry.Version), cancellationToken)).Content;
        var (calendar, now) = (await calendars.Of(directory.Centre.CentreId, cancellationToken), clock.GetUtcNow());

        // The very clock that a case accepted now would get.
        var promise = Deadlines.Read(new Clock(now, new Limit.WorkingDays(item.Limits.PromisedDays), 0, []), calendar, now);
        return new GuidePage
        {
            Code = entry.Code,
            Name = item.Name,
            Kind = item.Kind,
            Unit = directory.Unit(entry.UnitId).Name,
            Limits = item.Limits,
            Today = calendar.LocalDate(now),
            AnsweredBy = promise.DueAt is { } due ? calendar.LocalDate(due) : null,
            MissingYear = promise.DueAt is null ? promise.MissingYear : null,
            Materials = GuideJson.Materials(item),
            IsCharged = GuideJson.IsTrue(item.Fee, "charged"),
            Fee = GuideJson.Number(item.Fee, "amount"),
            FeeBasis = GuideJson.Text(item.Fee, "basis"),
            Where = GuideJson.Text(item.Guide, "where"),
            Process = GuideJson.Text(item.Guide, "process"),
            Result = GuideJson.Text(item.Guide, "result"),
            Notes = GuideJson.Text(item.Guide, "notes"),
            Phone = GuideJson.Word(item.Guide, "phone"),
            Basis = GuideJson.Basis(item),
            Conditions = GuideJson.Conditions(item),
        };
    }
}
