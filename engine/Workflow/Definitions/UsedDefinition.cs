using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ApprovalEngine.Workflow.Definitions;

/// <summary>Another definition that an activity names.</summary>
/// <param name="Key">Its definition id, or the type under which it is used as an activity.</param>
/// <param name="Version">The version used as an activity; null for the published one.</param>
public sealed record UsedDefinition(string Key, int? Version)
{
    /// <summary>Elsa.ExecuteWorkflow.</summary>
    internal const string ExecuteType = "Elsa.ExecuteWorkflow";

    /// <summary>Elsa.DispatchWorkflow.</summary>
    internal const string DispatchType = "Elsa.DispatchWorkflow";

    /// <summary>Elsa.BulkDispatchWorkflows.</summary>
    internal const string BulkDispatchType = "Elsa.BulkDispatchWorkflows";

    /// <summary>Whether an activity runs another definition as an instance of its own, instead of being one that is used as an activity.</summary>
    internal static bool IsRunner(string type) => type is ExecuteType or DispatchType or BulkDispatchType;

    /// <summary>Elsa's activity type of a definition: its name in PascalCase without blanks (elsa/README.md, point 11).</summary>
    public static string TypeOf(string name) => Regex.Replace(name.Trim(), "(?:^|[ _-]+)(.)", match => match.Groups[1].Value.ToUpperInvariant());

    /// <summary>Whether it means a definition: by its id, its name, or the type that Elsa makes of the name.</summary>
    public bool Is(FlowDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return Key == definition.DefinitionId || Key == definition.Name || Key == TypeOf(definition.Name);
    }

    /// <summary>The definitions that a definition uses as activities or executes, where the document names them.</summary>
    public static IEnumerable<UsedDefinition> Of(FlowDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return definition.Activities.Select(Of).OfType<UsedDefinition>().Distinct();
    }

    /// <summary>A consumer whose activities use the given version of a definition instead of others; null where none of them does so now.</summary>
    /// <param name="consumer">Who uses it.</param>
    /// <param name="used">The version to use.</param>
    public static FlowDefinition? Moved(FlowDefinition consumer, FlowDefinition used)
    {
        ArgumentNullException.ThrowIfNull(consumer);
        ArgumentNullException.ThrowIfNull(used);
        return Outdated(consumer.Root, used).Any()
            ? consumer.With(document =>
            {
                foreach (var activity in Outdated(document["root"]!.AsObject(), used).ToList())
                {
                    activity["version"] = used.Version;
                    activity["workflowDefinitionVersionId"] = used.Id;
                    activity["latestAvailablePublishedVersion"] = used.Version;
                    activity["latestAvailablePublishedVersionId"] = used.Id;
                }
            })
            : null;
    }

    private static IEnumerable<JsonObject> Outdated(JsonObject root, FlowDefinition used) => NestedActivities.Tree(root).Where(activity =>
        !IsRunner(activity.Text("type")!) && Of(activity) is { } key && key.Version != used.Version && key.Is(used));

    /// <summary>What one activity uses; null when it is no such activity.</summary>
    internal static UsedDefinition? Of(JsonObject activity)
    {
        var type = NotFoundActivities.TypeOf(activity);
        if (IsRunner(type))
        {
            return FlowExpression.Read((activity["workflowDefinitionId"] as JsonObject)?["expression"]) is { Type: "Literal", Value: JsonValue id } ? new UsedDefinition(id.ToString(), null) : null;
        }

        return ActivityTypes.Executed.Contains(type) ? null : new UsedDefinition(activity.Text("workflowDefinitionId") ?? type, activity["version"] is JsonValue version && version.TryGetValue(out int number) ? number : null);
    }
}
