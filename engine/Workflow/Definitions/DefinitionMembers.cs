using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Definitions;

/// <summary>Typed views of a checked document's lists.</summary>
internal static class DefinitionMembers
{
    public static ImmutableArray<VariableDefinition> Variables(JsonObject owner) =>
        [.. owner.Objects("variables").Select(Variable)];

    public static ImmutableArray<InputDefinition> Inputs(JsonObject owner) =>
        [.. owner.Objects("inputs").Select(json => new InputDefinition(json.Text("name")!, json.Text("type") ?? "Object", json.Flag("isArray"), json.Text("storageDriverType")))];

    public static ImmutableArray<OutputDefinition> Outputs(JsonObject owner) =>
        [.. owner.Objects("outputs").Select(json => new OutputDefinition(json.Text("name")!, json.Text("type") ?? "Object", json.Flag("isArray")))];

    // Elsa's first files gave variables no id of their own; references then name them.
    private static VariableDefinition Variable(JsonObject json) => new(
        json.Text("id") ?? json.Text("name")!,
        json.Text("name")!,
        json.Text("typeName") ?? "Object",
        json.Flag("isArray"),
        json.Text("value"),
        json.Text("storageDriverTypeName"));
}
