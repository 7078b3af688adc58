using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Approval.Cases;

/// <summary>Who may stop a case and let it go on: the head of the centre and supervisors in whose scope it lies.</summary>
internal static class SuspensionRights
{
    /// <exception cref="ForbiddenException">The role does not reach the case.</exception>
    /// <exception cref="ConflictException">The case has ended.</exception>
    public static void Require(Access access, CaseSession session)
    {
        var unit = CaseActs.UnitOf(session);
        if (!access.Reaches(Role.Supervisor, unit))
        {
            access.RequireAt(Role.HeadOfCentre, unit);
        }

        if (!session.Case.IsOpen)
        {
            throw new ConflictException("CaseEnded", $"Case {session.Case.CaseNo} has ended already.", new { at = session.Case.ClosedAt });
        }
    }
}
