using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Definitions;

/// <summary>
/// Elsa writes an activity whose type it does not know as Elsa.NotFoundActivity, with the original as text. Where the type is one
/// of ours, the original takes its place again, as in Elsa when the type comes back; otherwise the stand-in stays as it is.
/// </summary>
internal static class NotFoundActivities
{
    /// <summary>The type that an activity really has.</summary>
    public static string TypeOf(JsonObject activity)
    {
        var type = activity.Text("type")!;
        return type == ActivityTypes.NotFound ? activity.Text("missingTypeName") ?? type : type;
    }

    /// <summary>Puts the original back, keeping the stand-in's id and its place on the canvas.</summary>
    /// <exception cref="FlowFormatException">The original is not an activity's JSON.</exception>
    public static void Restore(JsonObject activity)
    {
        if (activity.Text("type") != ActivityTypes.NotFound
            || !ActivityTypes.Executed.Contains(TypeOf(activity))
            || activity.Text("originalActivityJson") is not { } text)
        {
            return;
        }

        var original = Read(activity, text);
        var designer = (activity["metadata"] as JsonObject)?["designer"]?.DeepClone();
        var id = activity.Text("id");
        activity.Clear();
        foreach (var (name, member) in original)
        {
            activity[name] = member?.DeepClone();
        }

        activity["id"] = id;
        if (designer is not null && activity["metadata"] is null or JsonObject)
        {
            (activity["metadata"] as JsonObject ?? (JsonObject)(activity["metadata"] = new JsonObject()))["designer"] = designer;
        }
    }

    private static JsonObject Read(JsonObject activity, string text)
    {
        var place = activity.PathOf("originalActivityJson");
        try
        {
            var original = DocumentReader.Read(text);
            return original.Text("type") == TypeOf(activity)
                ? original
                : throw new FlowFormatException(place, "The original activity is of another type than missingTypeName says.");
        }
        catch (FlowFormatException fault) when (fault.Path != place)
        {
            throw new FlowFormatException(place, $"The original activity cannot be read: {fault.Path}: {fault.Message}");
        }
    }
}
