namespace ApprovalEngine.Workflow.Descriptors;

/// <summary>A port of an activity type.</summary>
/// <param name="Name">The outcome, or for a nested place its property in PascalCase.</param>
/// <param name="DisplayName">Name shown.</param>
/// <param name="IsEmbedded">A place for a nested activity instead of an outgoing port.</param>
public sealed record PortDescriptor(string Name, Wording DisplayName, bool IsEmbedded = false)
{
    /// <summary>Whether designers show it.</summary>
    public bool IsBrowsable { get; init; } = true;

    /// <summary>Fires beside the running flow, when a moment passes (elsa-format.md, safe rule 6); it may stay unconnected.</summary>
    public bool IsBeside { get; init; }
}
