namespace ApprovalEngine.Contracts.Definitions;

/// <summary>What differs between two versions of a flow.</summary>
/// <param name="From">The version that it is compared with.</param>
/// <param name="To">The version.</param>
/// <param name="Differences">The definition's own first, then activities in the order of <paramref name="To"/>, then those that are gone.</param>
/// <param name="Moved">How many activities merely stand elsewhere on the designer's canvas.</param>
public sealed record FlowComparison(int From, int To, IReadOnlyList<FlowDifference> Differences, int Moved);

/// <summary>What differs of one activity, or of the definition itself.</summary>
/// <param name="Kind">How it differs.</param>
/// <param name="ActivityId">The activity; null for the definition.</param>
/// <param name="Name">What the activity is called; null for the definition.</param>
/// <param name="Type">What kind of activity it is; null for the definition.</param>
/// <param name="Members">What differs of it; of one that is gone nothing.</param>
public sealed record FlowDifference(FlowDifferenceKind Kind, string? ActivityId, LocalText? Name, LocalText? Type, IReadOnlyList<MemberDifference> Members);

/// <summary>How a part differs.</summary>
public enum FlowDifferenceKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>Something of it differs.</summary>
    Changed,
}

/// <summary>A value that differs.</summary>
/// <param name="Path">Where it stands in the activity's JSON, dotted; elements of a list by their name: <c>variables[amount].value</c>.</param>
/// <param name="Label">What designers call it; null where they have no name for it.</param>
/// <param name="Port">The outcome, where <paramref name="Before"/> and <paramref name="After"/> say to which activities it leads.</param>
/// <param name="Before">What stood there; null for nothing.</param>
/// <param name="After">What stands there; null for nothing.</param>
public sealed record MemberDifference(string Path, LocalText? Label, LocalText? Port, LocalText? Before, LocalText? After);
