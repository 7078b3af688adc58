using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Elsa;
using MediatR;

namespace ApprovalEngine.Approval.Elsa.Instances;

/// <summary>What ran in an instance.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="InstanceId">Which instance.</param>
/// <param name="NodeId">Only this activity; null for all.</param>
/// <param name="IsCompleted">Only those that have ended, or have not; null for both.</param>
public sealed record ListExecutions(Access Access, string InstanceId, string? NodeId, bool? IsCompleted) : IRequest<IReadOnlyList<ElsaActivityExecution>>;

/// <summary>What ran in an instance, in short.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="InstanceId">Which instance.</param>
/// <param name="NodeId">Only this activity; null for all.</param>
/// <param name="IsCompleted">Only those that have ended, or have not; null for both.</param>
public sealed record ListExecutionSummaries(Access Access, string InstanceId, string? NodeId, bool? IsCompleted) : IRequest<IReadOnlyList<ElsaActivityExecutionSummary>>;

/// <summary>One run of an activity.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Id">Key of the run.</param>
public sealed record GetExecution(Access Access, string Id) : IRequest<ElsaActivityExecution>;

/// <summary>How activities fared in an instance.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="InstanceId">Which instance.</param>
/// <param name="NodeIds">Which activities; none for all.</param>
public sealed record ReportExecutions(Access Access, string InstanceId, IReadOnlyList<string> NodeIds) : IRequest<IReadOnlyList<ElsaActivityStats>>;

internal sealed class ExecutionHandlers(InstanceReader reader)
    : IRequestHandler<ListExecutions, IReadOnlyList<ElsaActivityExecution>>, IRequestHandler<ListExecutionSummaries, IReadOnlyList<ElsaActivityExecutionSummary>>,
        IRequestHandler<GetExecution, ElsaActivityExecution>, IRequestHandler<ReportExecutions, IReadOnlyList<ElsaActivityStats>>
{
    public async Task<IReadOnlyList<ElsaActivityExecution>> Handle(ListExecutions request, CancellationToken cancellationToken)
    {
        var instance = await reader.ReadAsync(request.Access, request.InstanceId, cancellationToken);
        return [.. Wanted(instance, request.NodeId, request.IsCompleted).Select(execution => ActivityExecutions.Full(instance, execution))];
    }

    public async Task<IReadOnlyList<ElsaActivityExecutionSummary>> Handle(ListExecutionSummaries request, CancellationToken cancellationToken)
    {
        var instance = await reader.ReadAsync(request.Access, request.InstanceId, cancellationToken);
        return [.. Wanted(instance, request.NodeId, request.IsCompleted).Select(execution => ActivityExecutions.Summary(instance, execution))];
    }

    public async Task<ElsaActivityExecution> Handle(GetExecution request, CancellationToken cancellationToken)
    {
        var instance = await reader.ReadAsync(request.Access, request.Id.Split('.')[0], cancellationToken);
        return ExecutionLog.Of(instance).Executions.FirstOrDefault(execution => execution.Id == request.Id) is { } found
            ? ActivityExecutions.Full(instance, found)
            : throw new NotFoundException("ActivityExecution", request.Id);
    }

    public async Task<IReadOnlyList<ElsaActivityStats>> Handle(ReportExecutions request, CancellationToken cancellationToken)
    {
        var instance = await reader.ReadAsync(request.Access, request.InstanceId, cancellationToken);
        return [.. ExecutionLog.Of(instance).Executions
            .Where(execution => execution.Node is not null && (request.NodeIds.Count == 0 || request.NodeIds.Contains(execution.NodeId)))
            .GroupBy(execution => execution.NodeId).Select(group => ActivityExecutions.Stats([.. group]))];
    }

    private static IEnumerable<Execution> Wanted(Instance instance, string? nodeId, bool? isCompleted) => ExecutionLog.Of(instance).Executions
        .Where(execution => (nodeId is null || execution.NodeId == nodeId) && (isCompleted is null || execution.IsOpen != isCompleted));
}
