using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using MediatR;

namespace ApprovalEngine.Approval.Public;

/// <summary>What the QR code of a receipt says: where the applicant follows the case; to who may not know the code, the bare number.</summary>
/// <param name="Access">Who asks; they must be allowed to see the case.</param>
/// <param name="CaseId">The case.</param>
public sealed record ReceiptTarget(Access Access, Guid CaseId) : IRequest<string>;

internal sealed class ReceiptTargetHandler(CaseDatabase database, CaseSight sight, OrgDirectory directories, ReceiptCodes codes, PublicAddress address) : IRequestHandler<ReceiptTarget, string>
{
    public async Task<string> Handle(ReceiptTarget query, CancellationToken cancellationToken)
    {
        var (access, caseId) = query;
        await sight.RequireAsync(access, caseId, cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        var row = (await CaseReading.ReadAsync(connection, access.CentreId, caseId)).Case ?? throw new NotFoundException("Case", caseId);
        var code = await codes.OfAsync(access, row, await directories.Of(access.CentreId, cancellationToken), cancellationToken);
        return code is null ? row.CaseNo : address.ProgressOf(row.CaseNo, code).AbsoluteUri;
    }
}
