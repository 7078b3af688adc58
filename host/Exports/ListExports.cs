using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Exports;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Exports;
using ApprovalEngine.Host.Identity;
using MediatR;
using Microsoft.Extensions.Localization;

namespace ApprovalEngine.Host.Exports;

/// <summary>
/// Takes lists out. Every list says its name, its columns and the query that reads it (the other parts of this class); the rest is the same
/// for all.
/// </summary>
internal sealed partial class ListExports(
    IMediator mediator, CurrentAccess current, Exporter exporter, IStringLocalizer<Words> words, OrgDirectory directories, ItemStore items, CalendarStore calendars, TimeProvider clock)
{
    private Access Access => current.Access;

    private async Task<IResult> Answer<TRow>(ExportRequest request, Func<Labels, ListExport<TRow>> list, CancellationToken cancel)
    {
        var calendar = await calendars.Of(Access.CentreId, cancel);
        var names = (await items.All(Access.CentreId, cancel)).ToDictionary(item => item.Code, item => item.Name);
        var labels = new Labels(words, await directories.Of(Access.CentreId, cancel), names, calendar.Zone);
        return new ExportAnswer<TRow>(exporter, Access, list(labels).InOrder(request.Sort), request, calendar.LocalDate(clock.GetUtcNow()));
    }

    /// <summary>A list that is there as a whole.</summary>
    private static Func<string?, int, CancellationToken, Task<Page<TRow>>> Whole<TRow>(Func<CancellationToken, Task<IReadOnlyList<TRow>>> read) =>
        async (_, _, cancel) => new Page<TRow>(await read(cancel), null);
}
