using System.Collections.Immutable;

namespace ApprovalEngine.Workflow.Changes;

/// <summary>How a part of a flow differs between two versions.</summary>
public enum FlowChangeKind
{
    /// <summary>It is in the newer version only.</summary>
    Added,

    /// <summary>It is in the older version only.</summary>
    Removed,

    /// <summary>Something of it differs.</summary>
    Changed,
}

/// <summary>What differs of one activity, or of the definition itself.</summary>
/// <param name="ActivityId">The activity; null for the definition.</param>
/// <param name="Type">Its type in the newer version where it has one; null for the definition.</param>
/// <param name="Kind">How it differs.</param>
public sealed record FlowChange(string? ActivityId, string? Type, FlowChangeKind Kind)
{
    /// <summary>What differs of it; of an added one all that it says, of a removed one nothing.</summary>
    public ImmutableArray<MemberChange> Members { get; init; } = [];

    /// <summary>Likewise its outcomes that lead elsewhere.</summary>
    public ImmutableArray<WayChange> Ways { get; init; } = [];
}

/// <summary>A member that differs. Absent, null and empty are the same.</summary>
/// <param name="Path">Where in the activity's JSON, dotted; elements of a list by their name, id or label: <c>variables[amount].value</c>.</param>
/// <param name="Before">What stood there: a literal as it is, another expression behind its type, else JSON; null for nothing.</param>
/// <param name="After">What stands there; null for nothing.</param>
public sealed record MemberChange(string Path, string? Before, string? After)
{
    /// <summary>The path that stands for where an activity is nested: the container and the key in it.</summary>
    public const string Place = "(place)";
}

/// <summary>An outcome that leads elsewhere. A connection stands in its flowchart, but people look for it where it begins.</summary>
/// <param name="Port">The outcome.</param>
/// <param name="Before">The activities to which it led.</param>
/// <param name="After">Those to which it leads.</param>
public sealed record WayChange(string Port, ImmutableArray<string> Before, ImmutableArray<string> After);
