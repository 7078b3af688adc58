using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Audit;
using MediatR;
using Npgsql;

namespace ApprovalEngine.Approval.Audit;

/// <summary>Verifies one case's trail now, for an auditor whose scope reaches the case.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="CaseId">The case.</param>
public sealed record CheckTrail(Access Access, Guid CaseId) : IRequest<TrailCheck>;

internal sealed class CheckTrailHandler(NpgsqlDataSource database, AuditScope scope, EventLog events) : IRequestHandler<CheckTrail, TrailCheck>
{
    public async Task<TrailCheck> Handle(CheckTrail asked, CancellationToken cancellationToken)
    {
        var (access, caseId) = asked;
        await scope.RequireCaseAsync(access, caseId, cancellationToken);
        await using var snapshot = await TrailSnapshot.TakeAsync(database, cancellationToken);
        var connection = await snapshot.BorrowAsync(cancellationToken);
        var seals = await SealStore.OfCaseAsync(connection, access.CentreId, caseId, 0, cancellationToken);
        var part = new TrailPart(snapshot, await CaseHeads.OneAsync(connection, access.CentreId, caseId, cancellationToken), new SealIndex(seals)).Start(cancellationToken);
        await foreach (var _ in part.Leaves(cancellationToken))
        {
            // The roots are computed below, of whole seals.
        }

        var proofs = await SealProofs.OfAsync(connection, access.CentreId, caseId, seals, cancellationToken);
        var findings = new List<AuditFinding>(part.Findings);
        foreach (var seal in proofs.Broken)
        {
            findings.AddRange((await SealLocator.FindAsync(connection, seal, cancellationToken)).Where(finding => finding.CaseId is null || finding.CaseId == caseId));
        }

        await events.RecordAsync(access.CentreId, access.UserName, EventAct.TrailChecked, $"case/{caseId}", new { findings = findings.Count }, cancellationToken);
        return new TrailCheck(
            caseId, findings.Count == 0, part.Rows, part.UnsealedRows, [.. proofs.Seals.Select(SealViews.Listed)],
            [.. findings.Select(finding => new TrailFinding(finding.Seq, finding.SealNo, finding.Kind.ToString(), finding.Message))]);
    }
}
