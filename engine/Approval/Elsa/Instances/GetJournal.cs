using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Elsa;
using MediatR;

namespace ApprovalEngine.Approval.Elsa.Instances;

/// <summary>A page of an instance's journal.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Id">Which instance.</param>
/// <param name="Filter">Which lines.</param>
public sealed record GetJournal(Access Access, string Id, JournalFilter Filter) : IRequest<ElsaPage<ElsaJournalRecord>>;

/// <summary>Which lines of a journal are wanted; an empty list wants all.</summary>
public sealed record JournalFilter
{
    private const int Usual = 100;

    /// <summary>Only of these activities.</summary>
    public IReadOnlyList<string> ActivityIds { get; init; } = [];

    /// <summary>Only of these paths.</summary>
    public IReadOnlyList<string> ActivityNodeIds { get; init; } = [];

    /// <summary>Not of these types.</summary>
    public IReadOnlyList<string> ExcludedActivityTypes { get; init; } = [];

    /// <summary>Only these events.</summary>
    public IReadOnlyList<string> EventNames { get; init; } = [];

    /// <summary>Lines to pass over; null for none.</summary>
    public int? Skip { get; init; }

    /// <summary>Lines to show; null for a hundred.</summary>
    public int? Take { get; init; }

    internal bool Wants(ExecutionEvent happened) =>
        IsAmong(ActivityIds, happened.Execution.ActivityId) && IsAmong(ActivityNodeIds, happened.Execution.NodeId) && IsAmong(EventNames, happened.Name)
        && !ExcludedActivityTypes.Contains(happened.Execution.ActivityType);

    internal (int Skip, int Take) Page => (Math.Max(Skip ?? 0, 0), Math.Max(Take ?? Usual, 0));

    private static bool IsAmong(IReadOnlyList<string> wanted, string value) => wanted.Count == 0 || wanted.Contains(value);
}

internal sealed class GetJournalHandler(InstanceReader reader) : IRequestHandler<GetJournal, ElsaPage<ElsaJournalRecord>>
{
    public async Task<ElsaPage<ElsaJournalRecord>> Handle(GetJournal request, CancellationToken cancellationToken)
    {
        var instance = await reader.ReadAsync(request.Access, request.Id, cancellationToken);
        var wanted = ExecutionLog.Of(instance).Events.Index().Where(one => request.Filter.Wants(one.Item)).ToList();
        var (skip, take) = request.Filter.Page;
        return new ElsaPage<ElsaJournalRecord>([.. wanted.Skip(skip).Take(take).Select(one => Record(instance, one.Item, one.Index))], wanted.Count);
    }

    private static ElsaJournalRecord Record(Instance instance, ExecutionEvent happened, int sequence) => new()
    {
        Id = $"{instance.Id}.{sequence}",
        ActivityInstanceId = happened.Execution.Id,
        ParentActivityInstanceId = happened.Execution.Parent?.Id,
        ActivityId = happened.Execution.ActivityId,
        ActivityType = happened.Execution.ActivityType,
        ActivityTypeVersion = happened.Execution.ActivityVersion,
        ActivityName = happened.Execution.Node?.Name,
        NodeId = happened.Execution.NodeId,
        Timestamp = happened.At,
        Sequence = sequence,
        EventName = happened.Name,
        Message = happened.Message,
        Payload = happened.Name == "Completed" && happened.Execution.Outcomes.Count > 0 ? ActivityExecutions.Payload(happened.Execution) : null,
    };
}
