using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Elsa;

/// <summary>
/// A definition as Elsa's clients are given it: complete in what they need (elsa-studio.md, section 4), with a stand-in for each activity
/// whose type has no descriptor. What is added here is not stored; a save is compared with it.
/// </summary>
public static partial class PresentedDefinition
{
    private static readonly string[] Lists = ["variables", "inputs", "outputs", "outcomes"];

    /// <summary>The document, completed.</summary>
    /// <param name="flow">The definition.</param>
    /// <param name="isUsable">Whether clients are told of a definition as an activity, by its type and version.</param>
    public static JsonObject Of(FlowDefinition flow, Func<string, int, bool> isUsable)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(isUsable);
        var document = flow.Document.DeepClone().AsObject();
        foreach (var list in Lists)
        {
            document[list] ??= new JsonArray();
        }

        document["name"] ??= "";
        document["description"] ??= "";
        document["customProperties"] ??= new JsonObject();
        document["isReadonly"] = document.Flag("isReadonly");
        document["isSystem"] = document.Flag("isSystem");
        document["options"] ??= new JsonObject();
        var options = document["options"]!.AsObject();
        options["usableAsActivity"] ??= false;
        options["autoUpdateConsumingWorkflows"] ??= false;
        if (document["toolVersion"] is { } version && !(version is JsonValue text && ToolVersion().IsMatch(text.ToString())))
        {
            // Studio refuses the whole answer for a version that is not two to four numbers.
            document.Remove("toolVersion");
        }

        PresentedActivity.Complete(document["root"]!.AsObject(), FlowCompiler.NodePrefix(flow.Root), isUsable);
        return document;
    }

    /// <summary>The activities nested in one of a presented definition, each with the property in which it stands.</summary>
    public static IEnumerable<(string Place, JsonObject Activity)> Nested(JsonObject activity) => NestedActivities.Of(activity);

    [GeneratedRegex(@"^\d+(\.\d+){1,3}$")]
    private static partial Regex ToolVersion();
}
