using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Approval.Public;

/// <summary>Gives the applicant's code to those who print receipts: who took the case in, and the clerks of its window and unit.</summary>
internal sealed class ReceiptCodes(QueryCodes codes)
{
    /// <summary>The code; null for everybody else.</summary>
    public async Task<string?> OfAsync(Access access, CaseRecord row, CentreDirectory directory, CancellationToken cancel)
    {
        var handsOut = row.ReceivedBy == access.UserName || access.Reaches(Role.WindowClerk, directory.Unit(row.WindowId ?? row.UnitId)) || access.Reaches(Role.WindowClerk, directory.Unit(row.UnitId));
        return handsOut ? await codes.OfAsync(row.CentreId, row.CaseId, cancel) : null;
    }
}
