using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;

namespace ApprovalEngine.Approval.Cases;

/// <summary>Runs acts of people on a case as a whole.</summary>
public sealed class CaseActs(CaseWriter writer)
{
    /// <summary>Runs an act.</summary>
    /// <param name="access">Who acts.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="key">Key under which it happens once.</param>
    /// <param name="act">Checks the right and does it.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<CaseMoved> RunAsync(Access access, Guid caseId, IdempotencyKey? key, Action<CaseSession, DateTimeOffset> act, CancellationToken cancel) => writer.RunAsync(
        new CaseAct { CentreId = access.CentreId, CaseId = caseId, Key = key, Do = (session, at) => Refusals.Translated(() => act(session, at)) }, cancel);

    /// <summary>The unit that handles the case.</summary>
    internal static UnitEntry UnitOf(CaseSession session) => session.World.Directory.Unit(session.Case.UnitId);
}
