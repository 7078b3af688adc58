using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Descriptors;

/// <summary>An input of an activity type.</summary>
/// <param name="Name">In PascalCase; the document's property is camelCase.</param>
/// <param name="TypeName">Elsa's alias.</param>
/// <param name="DisplayName">Name shown.</param>
/// <param name="UiHint">One of Elsa Studio's editors.</param>
public sealed record InputDescriptor(string Name, string TypeName, Wording DisplayName, string UiHint = "singleline")
{
    /// <summary>What it is for.</summary>
    public Wording? Description { get; init; }

    /// <summary>Whether the document wraps it as typeName and expression.</summary>
    public bool IsWrapped { get; init; } = true;

    /// <summary>Whether it is evaluated before the activity runs.</summary>
    public bool IsAutoEvaluated { get; init; } = true;

    /// <summary>What counts where the document says nothing.</summary>
    public JsonNode? DefaultValue { get; init; }

    /// <summary>Expression type that the editor opens with.</summary>
    public string? DefaultSyntax { get; init; }

    /// <summary>The editor's choices, in the order given.</summary>
    public ImmutableArray<Choice> Choices { get; init; } = [];

    /// <summary>Who else knows the editor's choices: it then asks the server when the activity is selected.</summary>
    public ChoiceSource Source { get; init; }

    /// <summary>The editor's other settings.</summary>
    public JsonObject? UiSpecifications { get; init; }

    /// <summary>The property in the document.</summary>
    public string Property => char.ToLowerInvariant(Name[0]) + Name[1..];
}
