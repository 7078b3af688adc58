using System.Collections.Immutable;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Linting;

/// <summary>What is known besides the definition.</summary>
public sealed record LintContext
{
    /// <summary>Nothing is known.</summary>
    public static LintContext None { get; } = new();

    /// <summary>The flow serves an item. A definition whose customProperties name an <c>approvalItem</c>, or that accepts or closes cases, does so in any case.</summary>
    public bool IsBound { get; init; }

    /// <summary>The item's limits; null where they are not known or are no working days.</summary>
    public ItemLimits? Limits { get; init; }

    /// <summary>Codes of counter-mode hazards that an administrator has taken upon himself by name; they are warnings then.</summary>
    public ImmutableHashSet<string> Overridden { get; init; } = [];

    /// <summary>The other definitions that the flow may use as activities or execute; null where they are not known.</summary>
    public Func<UsedDefinition, FlowDefinition?>? Others { get; init; }

    /// <summary>Whether the host's settings let flows ask an address; null where the settings are not known.</summary>
    public Func<Uri, bool>? MayBeAsked { get; init; }

    /// <summary>Whether anybody can be offered a task; null where the organisation is not known. Asked only for offers that stand in the document as literals.</summary>
    public Func<TaskOffer, bool>? HasCandidates { get; init; }
}
