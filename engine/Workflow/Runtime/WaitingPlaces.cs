using System.Collections.Immutable;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>What a state waits for, as Elsa lists it.</summary>
internal static class WaitingPlaces
{
    public static ImmutableArray<Bookmark> Of(FlowState state) => state.SubStatus == FlowSubStatus.Cancelled ? [] :
    [
        .. state.Waits.Select(wait => new Bookmark(wait.Kind, wait.ActivityId, wait.Name)),
        .. state.Tasks.Where(task => task is { Kind: not (TaskKind.Signer or TaskKind.Incident) }).DistinctBy(task => task.Frame).Select(task => new Bookmark(TypeOf(task.Kind), task.ActivityId, null)),
        .. state.Calls.Select(call => new Bookmark("Approval.ExchangeData", call.ActivityId, null)),
    ];

    private static string TypeOf(TaskKind kind) => kind switch
    {
        TaskKind.Acceptance => "Approval.AcceptApplication",
        TaskKind.Review => "Approval.ReviewTask",
        TaskKind.Countersign => "Approval.Countersign",
        TaskKind.Correction => "Approval.Correction",
        TaskKind.SpecialProcedure => "Approval.SpecialProcedure",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
