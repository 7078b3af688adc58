using System.Collections.Immutable;

namespace ApprovalEngine.Workflow.Descriptors;

/// <summary>What a designer is told about an activity type.</summary>
public sealed record ActivityDescriptor
{
    /// <summary>For instance <c>Elsa.WriteLine</c>.</summary>
    public required string TypeName { get; init; }

    /// <summary>Group of the palette.</summary>
    public required Wording Category { get; init; }

    /// <summary>Name shown.</summary>
    public required Wording DisplayName { get; init; }

    /// <summary>What it does.</summary>
    public required Wording Description { get; init; }

    /// <summary>Inputs in the order of the panel.</summary>
    public ImmutableArray<InputDescriptor> Inputs { get; init; } = [];

    /// <summary>Outputs.</summary>
    public ImmutableArray<OutputDescriptor> Outputs { get; init; } = [];

    /// <summary>Outgoing ports and places for nested activities; none means one Done.</summary>
    public ImmutableArray<PortDescriptor> Ports { get; init; } = [];

    /// <summary>Elsa's kind: Action, or Trigger for what can start a flow.</summary>
    public string Kind { get; init; } = "Action";

    /// <summary>Whether it holds a list of activities.</summary>
    public bool IsContainer { get; init; }

    /// <summary>Whether the palette offers it.</summary>
    public bool IsBrowsable { get; init; } = true;

    /// <summary>Whether nothing leads to it.</summary>
    public bool IsStart { get; init; }

    /// <summary>Whether nothing follows it.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>The part before the last dot.</summary>
    public string Namespace => TypeName[..TypeName.LastIndexOf('.')];

    /// <summary>The part behind the last dot.</summary>
    public string Name => TypeName[(TypeName.LastIndexOf('.') + 1)..];
}
