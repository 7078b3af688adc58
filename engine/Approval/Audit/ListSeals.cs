using System.Globalization;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Organisation;
using MediatR;

namespace ApprovalEngine.Approval.Audit;

/// <summary>The centre's seals, in order. They name nobody: whoever audits or administers any part of the centre may keep them.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="After">Where the page begins; null for the first.</param>
/// <param name="Take">Page size.</param>
public sealed record ListSeals(Access Access, string? After, int Take) : IRequest<Page<SealListed>>;

internal sealed class ListSealsHandler(SealStore store) : IRequestHandler<ListSeals, Page<SealListed>>
{
    public async Task<Page<SealListed>> Handle(ListSeals asked, CancellationToken cancellationToken)
    {
        asked.Access.Require(Role.Auditor, Role.Administrator);
        var take = Cursor.Take(asked.Take);
        var seals = await store.AfterAsync(asked.Access.CentreId, After(asked.After), take + 1, cancellationToken);
        return Pages.Of([.. seals.Select(SealViews.Listed)], take, seal => Cursor.Write(seal.No.ToString(CultureInfo.InvariantCulture)));
    }

    private static int After(string? cursor) => cursor is null ? 0
        : int.TryParse(Cursor.Read(cursor, 1)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var no) ? no : throw Cursor.Invalid();
}
