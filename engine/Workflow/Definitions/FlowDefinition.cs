using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Definitions;

/// <summary>
/// An Elsa 3 workflow definition. The JSON document is the truth and is kept as it came: whatever this product does not know
/// survives a round trip unchanged, numbers to their last digit. Typed members are views of it.
/// </summary>
public sealed class FlowDefinition
{
    /// <summary>
    /// How documents are written: Chinese stays readable, for they never stand in HTML; what is nested too deeply is told with its place when it
    /// is read, not by the writer.
    /// </summary>
    public static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 512 };
    private static readonly JsonSerializerOptions Indented = new(Compact) { WriteIndented = true };

    private FlowDefinition(JsonObject document) => Document = document;

    /// <summary>The document in its current form. Not to be changed; <see cref="With"/> gives a changed copy.</summary>
    public JsonObject Document { get; }

    /// <summary>Id of this version.</summary>
    public string Id => Document.Text("id") ?? "";

    /// <summary>The same over all versions.</summary>
    public string DefinitionId => Document.Text("definitionId") ?? "";

    /// <summary>Name shown to designers.</summary>
    public string Name => Document.Text("name") ?? "";

    /// <summary>What it is for; null where the document says nothing.</summary>
    public string? Description => Document.Text("description");

    /// <summary>Whether it is the product's own, not to be listed among the centre's.</summary>
    public bool IsSystem => Document.Flag("isSystem");

    /// <summary>Whether its author says that it is not to be edited.</summary>
    public bool IsReadonly => Document.Flag("isReadonly");

    /// <summary>Number of the version; 1 when the document says nothing.</summary>
    public int Version => Document["version"] is JsonValue value && value.TryGetValue<int>(out var version) ? version : 1;

    /// <summary>The outermost activity's JSON.</summary>
    public JsonObject Root => Document["root"]!.AsObject();

    /// <summary>All activities at any depth, in document order, the outermost first. Not to be changed.</summary>
    public IEnumerable<JsonObject> Activities => NestedActivities.Tree(Root);

    /// <summary>The definition's own custom properties; empty when it has none.</summary>
    public JsonObject CustomProperties => Document["customProperties"] as JsonObject ?? [];

    /// <summary>Whether other definitions may use it as an activity.</summary>
    public bool IsUsableAsActivity => (Document["options"] as JsonObject)?.Flag("usableAsActivity") ?? false;

    /// <summary>Whether the definitions that use it go over to a version of it as soon as that is published.</summary>
    public bool UpdatesConsumers => IsUsableAsActivity && ((Document["options"] as JsonObject)?.Flag("autoUpdateConsumingWorkflows") ?? false);

    /// <summary>The workflow's variables.</summary>
    public ImmutableArray<VariableDefinition> Variables => DefinitionMembers.Variables(Document);

    /// <summary>The workflow's inputs.</summary>
    public ImmutableArray<InputDefinition> Inputs => DefinitionMembers.Inputs(Document);

    /// <summary>The workflow's outputs.</summary>
    public ImmutableArray<OutputDefinition> Outputs => DefinitionMembers.Outputs(Document);

    /// <summary>The outcomes it declares for use as an activity.</summary>
    public ImmutableArray<string> Outcomes => [.. Document.Texts("outcomes")];

    /// <summary>Reads any form that Elsa 3 has written (elsa-format.md, section 1) and brings it into the current one.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="FlowFormatException">It is not a definition; the exception names the place.</exception>
    public static FlowDefinition Parse(string json)
    {
        var document = EmbeddedDefinition.Of(DocumentReader.Read(json));
        DocumentForm.MakeCurrent(document);
        return new FlowDefinition(document);
    }

    /// <summary>A changed copy, read and checked anew.</summary>
    /// <param name="change">Changes the copy's document.</param>
    /// <exception cref="FlowFormatException">The change broke the form.</exception>
    public FlowDefinition With(Action<JsonObject> change)
    {
        var copy = Document.DeepClone().AsObject();
        change(copy);
        return Parse(copy.ToJsonString(Compact));
    }

    /// <summary>The document as text, in the current form.</summary>
    /// <param name="indented">Over several lines, for people.</param>
    public string ToJson(bool indented = false) => Document.ToJsonString(indented ? Indented : Compact);
}
