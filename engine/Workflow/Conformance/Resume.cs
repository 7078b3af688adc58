using System.Text.Json;
using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Conformance;

/// <summary>What a trial run is resumed with.</summary>
public sealed record Resume
{
    private readonly Func<FlowState, Stimulus> choose;

    private Resume(Func<FlowState, Stimulus> choose) => this.choose = choose;

    /// <summary>The stimulus that it stands for in a state.</summary>
    public Stimulus In(FlowState state) => choose(state);

    /// <summary>Reads the form of the command line: <c>event:NAME</c>, <c>task:NAME=RESULT</c> or <c>return:ACTIVITY</c>.</summary>
    /// <exception cref="FormatException">It is none of them.</exception>
    public static Resume Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(':', 2) switch
        {
            ["event", { Length: > 0 } name] => new Resume(_ => new Stimulus.EventReceived(name)),
            ["return", { Length: > 0 } activity] => new Resume(_ => new Stimulus.ReturnTo(activity)),
            ["task", { Length: > 0 } answer] when answer.Split('=', 2) is [{ Length: > 0 } name, var result] => Task(name, result),
            ["task", { Length: > 0 } name] when !name.Contains('=', StringComparison.Ordinal) => Task(name, ""),
            _ => throw new FormatException($"'{text}' is none of event:NAME, task:NAME=RESULT, return:ACTIVITY."),
        };
    }

    /// <summary>A value given as text: what it says where it is JSON, else the text itself.</summary>
    public static JsonNode? Value(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }

    internal static Resume Read(JsonObject json)
    {
        if (json.Text("event") is { } name)
        {
            return new Resume(_ => new Stimulus.EventReceived(name, json["payload"]));
        }

        if (json.Text("task") is { } task)
        {
            return new Resume(_ => new Stimulus.TaskResult(task, json["result"]));
        }

        return json.Text("return") is { } step ? new Resume(_ => new Stimulus.ReturnTo(step)) : new Resume(_ => new Stimulus.Cancel());
    }

    /// <summary>The result of a run task of this name, else the answer to an open task of this activity.</summary>
    private static Resume Task(string name, string result) => new(state =>
        state.Tasks.FirstOrDefault(task => task.ActivityId == name) is { } open && !state.Bookmarks.Any(place => place.Kind == ActivityTypes.RunTask && place.Name == name)
            ? new Stimulus.CompleteTask(open.Id, result)
            : new Stimulus.TaskResult(name, Value(result)));
}
