using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Elsa.Definitions;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Workflow.Runtime;
using MediatR;

namespace ApprovalEngine.Approval.Elsa.Trials;

/// <summary>Tries a flow out, a draft too. It is no case: nothing of it reaches applicants, other cases, figures or the outbox.</summary>
/// <param name="Access">Who tries.</param>
/// <param name="DefinitionId">Which flow.</param>
/// <param name="Way">How it starts.</param>
public sealed record StartTrial(Access Access, string DefinitionId, TrialWay Way) : IRequest<Guid>;

/// <summary>How a trial starts.</summary>
/// <param name="VersionOptions">Which version; null for the published one, as Elsa has it.</param>
/// <param name="CorrelationId">Elsa's correlation id.</param>
/// <param name="TriggerActivityId">The activity to start at; null for the flow's own start.</param>
/// <param name="Input">The workflow's inputs by name.</param>
public sealed record TrialWay(string? VersionOptions = null, string? CorrelationId = null, string? TriggerActivityId = null, JsonObject? Input = null);

internal sealed class StartTrialHandler(ApprovalDbContext context, OrgDirectory directory, TrialDesk desk, TimeProvider time) : IRequestHandler<StartTrial, Guid>
{
    public async Task<Guid> Handle(StartTrial request, CancellationToken cancellationToken)
    {
        var (access, definitionId, way) = request;
        await directory.RequireFlowEditor(access, cancellationToken);
        var version = await context.Flows(access.CentreId, definitionId).Chosen(way.VersionOptions ?? "Published", definitionId, cancellationToken);
        var run = TrialRun.Of(access, version, version.Document, AuditChain.Instant(time.GetUtcNow()));
        await desk.Begin(run, new Stimulus.Start(way.Input, way.CorrelationId, way.TriggerActivityId), access.UserName, cancellationToken);
        return run.RunId;
    }
}
