using ApprovalEngine.Approval.Interchange;
using ApprovalEngine.Contracts.Organisation;
using MediatR;

namespace ApprovalEngine.Approval.Organisation.Import;

/// <summary>Reads a sheet of people and says what would become of each line; nothing is written.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="File">The sheet.</param>
public sealed record PreviewPeopleSheet(Access Access, UploadedFile File) : IRequest<SheetPreview>;

/// <summary>The same with units.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="File">The sheet.</param>
public sealed record PreviewUnitSheet(Access Access, UploadedFile File) : IRequest<SheetPreview>;

internal sealed class PreviewSheetHandlers(OrgDirectory directory) : IRequestHandler<PreviewPeopleSheet, SheetPreview>, IRequestHandler<PreviewUnitSheet, SheetPreview>
{
    public async Task<SheetPreview> Handle(PreviewPeopleSheet request, CancellationToken cancellationToken)
    {
        request.Access.Require(Role.Administrator);
        var organisation = await directory.Of(request.Access.CentreId, cancellationToken);
        var (people, unread) = PeopleSheet.Read(SheetFile.Read(request.File, PeopleSheet.Columns), organisation);
        var (checkedPeople, faults) = PeopleCheck.Check(people, request.Access, organisation);
        return new SheetPreview(checkedPeople, [], Ordered(unread, faults));
    }

    public async Task<SheetPreview> Handle(PreviewUnitSheet request, CancellationToken cancellationToken)
    {
        request.Access.Require(Role.Administrator);
        var organisation = await directory.Of(request.Access.CentreId, cancellationToken);
        var (units, unread) = UnitSheet.Read(SheetFile.Read(request.File, UnitSheet.Columns));
        var (checkedUnits, faults) = UnitCheck.Check(units, request.Access, organisation);
        return new SheetPreview([], checkedUnits, Ordered(unread, faults));
    }

    private static IReadOnlyList<SheetFault> Ordered(IEnumerable<SheetFault> unread, IEnumerable<SheetFault> faults) => [.. unread.Concat(faults).OrderBy(fault => fault.Line)];
}
