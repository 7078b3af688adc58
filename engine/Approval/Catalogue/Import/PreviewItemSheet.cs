using ApprovalEngine.Approval.Interchange;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Organisation.Import;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Organisation;
using MediatR;

namespace ApprovalEngine.Approval.Catalogue.Import;

/// <summary>Reads a sheet of items and says what would become of each line; nothing is written.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="File">The sheet.</param>
public sealed record PreviewItemSheet(Access Access, UploadedFile File) : IRequest<SheetPreview>;

internal sealed class PreviewItemSheetHandler(ApprovalDbContext context, OrgDirectory directory) : IRequestHandler<PreviewItemSheet, SheetPreview>
{
    public async Task<SheetPreview> Handle(PreviewItemSheet request, CancellationToken cancellationToken)
    {
        var access = request.Access;
        access.Require(Role.Administrator);
        var organisation = await directory.Of(access.CentreId, cancellationToken);
        var known = await KnownItem.All(context, access.CentreId, organisation, cancellationToken);
        var (items, unread) = ItemSheet.Read(SheetFile.Read(request.File, ItemSheet.Columns), known, organisation);
        var (checkedItems, faults) = (await ItemCheck.Of(context, access, organisation, known, cancellationToken)).Check(items);
        return new SheetPreview([], [], [.. unread.Concat(faults).OrderBy(fault => fault.Line)]) { Items = checkedItems };
    }
}
