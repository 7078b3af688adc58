using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Audit;
using MediatR;

namespace ApprovalEngine.Approval.Audit;

/// <summary>One case's trail with the proof of each row, for an auditor whose scope reaches the case. That it was taken is recorded.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Target">Where to.</param>
public sealed record ExportTrail(Access Access, Guid CaseId, Stream Target) : IRequest<long>;

internal sealed class ExportTrailHandler(AuditExport export, AuditScope scope, EventLog events) : IRequestHandler<ExportTrail, long>
{
    public async Task<long> Handle(ExportTrail asked, CancellationToken cancellationToken)
    {
        var (access, caseId, target) = asked;
        await scope.RequireCaseAsync(access, caseId, cancellationToken);

        // Recorded first: what has left is recorded even when the reader hangs up.
        await events.RecordAsync(access.CentreId, access.UserName, EventAct.TrailExported, $"case/{caseId}", new { way = "api" }, cancellationToken);
        return await export.WriteAsync(access.CentreId, caseId, 0, target, cancellationToken);
    }
}
