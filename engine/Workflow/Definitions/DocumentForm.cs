using System.Text.Json;
using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Descriptors;

namespace ApprovalEngine.Workflow.Definitions;

/// <summary>Checks the members that this product reads and brings old spellings into the current form; leaves everything else as it stands.</summary>
internal static class DocumentForm
{
    /// <summary>Activities in one definition.</summary>
    internal const int MaxActivities = 500;

    private const int MaxIdLength = 256;

    public static void MakeCurrent(JsonObject document)
    {
        MemberKinds.Definition.Check(document);
        CheckCharacters(document, "definitionId", "name", "description");
        MoveInto("options", document, "usableAsActivity");
        CheckNames(document, "variables");
        CheckNames(document, "inputs");
        CheckNames(document, "outputs");
        if (document["root"] is not JsonObject root)
        {
            throw new FlowFormatException("$.root", "A definition has a root activity.");
        }

        var count = 0;
        MakeCurrent(root, 0, ref count);
        DocumentReader.CheckDepth(document);
    }

    private static void MakeCurrent(JsonObject activity, int depth, ref int count)
    {
        if (++count > MaxActivities || depth > DocumentReader.MaxDepth)
        {
            throw new FlowFormatException(activity.GetPath(), $"A definition holds at most {MaxActivities} activities, at most {DocumentReader.MaxDepth} within each other.");
        }

        CheckIdentity(activity);
        NotFoundActivities.Restore(activity);
        MemberKinds.Activity.Check(activity);
        CheckNames(activity, "variables");
        MoveInto("customProperties", activity, "canStartWorkflow");
        MoveInto("customProperties", activity, "runAsynchronously");
        CompleteExpressions(activity);
        foreach (var (_, nested) in NestedActivities.Of(activity))
        {
            MakeCurrent(nested, depth + 1, ref count);
        }

        Connections.MakeCurrent(activity);
    }

    private static void CheckIdentity(JsonObject activity)
    {
        if (activity.Text("type") is null)
        {
            throw new FlowFormatException(activity.PathOf("type"), "An activity names its type.");
        }

        CheckCharacters(activity, "id", "name", "type");
        if (activity.Text("id") is not { Length: > 0 and <= MaxIdLength })
        {
            throw new FlowFormatException(activity.PathOf("id"), $"An activity has an id of 1 to {MaxIdLength} characters.");
        }
    }

    private static void CheckNames(JsonObject owner, string list)
    {
        if (owner[list] is not JsonArray items)
        {
            return;
        }

        foreach (var item in items)
        {
            if (item is not JsonObject json)
            {
                throw new FlowFormatException($"{items.GetPath()}[{items.IndexOf(item)}]", "An object is expected here.");
            }

            MemberKinds.Named.Check(json);
            CheckCharacters(json, "id", "name");
            if (json.Text("name") is null)
            {
                throw new FlowFormatException(json.PathOf("name"), "A name is missing.");
            }
        }
    }

    /// <summary>What names things stands in states and tables, which cannot hold this one character; elsewhere in the document it may stand.</summary>
    private static void CheckCharacters(JsonObject owner, params string[] names)
    {
        foreach (var name in names.Where(name => owner.Text(name)?.Contains('\0', StringComparison.Ordinal) == true))
        {
            throw new FlowFormatException(owner.PathOf(name), $"{name} holds the character U+0000.");
        }
    }

    private static void MoveInto(string place, JsonObject owner, string name)
    {
        if (!owner.TryGetPropertyValue(name, out var flag) || flag?.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
        {
            return;
        }

        if (owner[place] is not JsonObject own)
        {
            owner[place] = own = [];
        }

        if (!own.ContainsKey(name))
        {
            owner.Remove(name);
            own[name] = flag;
        }
    }

    // Only the inputs of our own catalogue: what else looks like one is not ours to judge or to complete.
    private static void CompleteExpressions(JsonObject activity)
    {
        foreach (var known in ActivityDescriptors.Find(activity.Text("type")!)?.Inputs ?? [])
        {
            if (!known.IsWrapped || activity[known.Property] is not { } member)
            {
                continue;
            }

            if (member is not JsonObject input || input["expression"] is not (null or JsonObject))
            {
                throw new FlowFormatException(member.GetPath(), $"{known.Property} is wrapped as typeName and expression, and the expression as type and value.");
            }

            if (input["expression"] is JsonObject expression)
            {
                MemberKinds.Expression.Check(expression);
                expression.TryAdd("value", null);
            }
        }
    }
}
