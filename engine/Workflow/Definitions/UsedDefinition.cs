using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Definitions;

/// <summary>Another definition that an activity names.</summary>
/// <param name="Key">Its definition id, or the type under which it is used as an activity.</param>
/// <param name="Version">The version used as an activity; null for the published one.</param>
public sealed record UsedDefinition(string Key, int? Version)
{
    /// <summary>Elsa.ExecuteWorkflow.</summary>
    internal const string ExecuteType = "Elsa.ExecuteWorkflow";

    /// <summary>The activity type that Elsa makes of a definition's name: in PascalCase, without blanks (elsa/README.md, point 11).</summary>
    public static string TypeNameOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return string.Concat(name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }

    /// <summary>The definitions that a definition uses as activities or executes, where the document names them.</summary>
    public static IEnumerable<UsedDefinition> Of(FlowDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return NestedActivities.Tree(definition.Root).Select(Of).OfType<UsedDefinition>().Distinct();
    }

    /// <summary>What one activity uses; null when it is no such activity.</summary>
    internal static UsedDefinition? Of(JsonObject activity)
    {
        var type = NotFoundActivities.TypeOf(activity);
        if (type == ExecuteType)
        {
            return FlowExpression.Read((activity["workflowDefinitionId"] as JsonObject)?["expression"]) is { Type: "Literal", Value: JsonValue id } ? new UsedDefinition(id.ToString(), null) : null;
        }

        return ActivityTypes.Executed.Contains(type) ? null : new UsedDefinition(activity.Text("workflowDefinitionId") ?? type, activity["version"] is JsonValue version && version.TryGetValue(out int number) ? number : null);
    }
}
