namespace ApprovalEngine.Workflow.Migration;

/// <summary>Where an activity might go, and why that was proposed.</summary>
/// <param name="Activity">Activity of the old version.</param>
/// <param name="Type">Its type.</param>
/// <param name="Target">Activity of the new version; null when none was found.</param>
/// <param name="Match">Why this one.</param>
public sealed record ProposedPair(string Activity, string Type, string? Target, MigrationMatch Match);

/// <summary>Why a target was proposed.</summary>
public enum MigrationMatch
{
    /// <summary>No target was found.</summary>
    None,

    /// <summary>Both are the outermost activity.</summary>
    Root,

    /// <summary>The same id and type.</summary>
    Id,

    /// <summary>The same name and type.</summary>
    Name,

    /// <summary>The only one of its type in its container that is left, in both versions.</summary>
    Type,
}
