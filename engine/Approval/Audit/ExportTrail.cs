using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Audit;
using FluentValidation;
using MediatR;

namespace ApprovalEngine.Approval.Audit;

/// <summary>
/// One case's trail with the proof of each row, for an auditor whose scope reaches the case. The rows leave as they were hashed, with ID and
/// telephone numbers that the office shows masked; else nobody could compute a hash again. So it is asked why, and both stand in the record.
/// </summary>
/// <param name="Access">Who asks.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Reason">Why.</param>
/// <param name="Target">Where to.</param>
public sealed record ExportTrail(Access Access, Guid CaseId, string Reason, Stream Target) : IRequest<long>;

internal sealed class ExportTrailValidator : AbstractValidator<ExportTrail>
{
    public ExportTrailValidator() => RuleFor(command => command.Reason).IsGiven(Texts.Long);
}

internal sealed class ExportTrailHandler(AuditExport export, AuditScope scope, EventLog events) : IRequestHandler<ExportTrail, long>
{
    public async Task<long> Handle(ExportTrail asked, CancellationToken cancellationToken)
    {
        var (access, caseId, reason, target) = asked;
        await scope.RequireCaseAsync(access, caseId, cancellationToken);

        // Recorded first: what has left is recorded even when the reader hangs up.
        await events.RecordAsync(access.CentreId, access.UserName, EventAct.TrailExported, $"case/{caseId}", new { way = "api", reason = reason.Trim() }, cancellationToken);
        return await export.WriteAsync(access.CentreId, caseId, 0, target, cancellationToken);
    }
}
