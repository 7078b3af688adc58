using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Elsa.Definitions;
using ApprovalEngine.Approval.Elsa.Instances;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Elsa;
using ApprovalEngine.Workflow.Runtime;
using MediatR;

namespace ApprovalEngine.Approval.Elsa.Trials;

/// <summary>Runs one activity of a version by itself, as Studio's tab Test does. It is a trial of which nothing is kept.</summary>
/// <param name="Access">Who tries.</param>
/// <param name="Version">In which version it stands.</param>
/// <param name="ActivityId">The activity's id, or its path.</param>
public sealed record TestActivity(Access Access, TestedVersion Version, string ActivityId) : IRequest<ElsaActivityTest>;

/// <summary>How Elsa's clients name a version.</summary>
/// <param name="VersionId">Its key; null where it is named by the others.</param>
/// <param name="DefinitionId">The definition.</param>
/// <param name="VersionOptions">Which of its versions; null for the newest.</param>
public sealed record TestedVersion(string? VersionId, string? DefinitionId, string? VersionOptions);

internal sealed class TestActivityHandler(ApprovalDbContext context, OrgDirectory directory, FlowStore flows, CalendarStore calendars, TimeProvider time) : IRequestHandler<TestActivity, ElsaActivityTest>
{
    public async Task<ElsaActivityTest> Handle(TestActivity request, CancellationToken cancellationToken)
    {
        var (access, (versionId, definitionId, options), activityId) = request;
        await directory.RequireFlowEditor(access, cancellationToken);
        var version = versionId is not null
            ? await context.FlowById(access.CentreId, versionId, cancellationToken)
            : await context.Flows(access.CentreId, definitionId ?? "").Chosen(options, definitionId ?? "", cancellationToken);
        var whole = await flows.Draft(access.CentreId, version.Document, cancellationToken);
        var tested = whole.Activities.Values.FirstOrDefault(node => node.Id == activityId || node.NodeId == activityId) ?? throw new NotFoundException("Activity", activityId);

        // The flow's variables stay; the activity stands alone.
        var alone = FlowView.Definition(version).With(document => document["root"] = tested.Json.DeepClone()).ToJson();
        var run = TrialRun.Of(access, version, alone, AuditChain.Instant(time.GetUtcNow()));
        var flow = await flows.Draft(access.CentreId, alone, cancellationToken);
        var session = new TrialSession(run, flow, await calendars.Of(access.CentreId, cancellationToken));
        session.Act(run.CreatedAt, access.UserName, new Stimulus.Start(), new StepNote("TrialStarted"));
        return Answer(Instance.Of(run, session.Steps, flow));
    }

    private static ElsaActivityTest Answer(Instance instance)
    {
        if (ExecutionLog.Of(instance).Executions.FirstOrDefault(execution => execution.Node is { Parent: null }) is not { } execution)
        {
            // It neither ended nor said anything of itself: it waits.
            return new ElsaActivityTest([], [], [], null, "Running");
        }

        var ran = ActivityExecutions.Full(instance, execution);
        return new ElsaActivityTest(ran.ActivityState, ran.Outputs, ran.Payload, ran.Exception, ran.Status);
    }
}
