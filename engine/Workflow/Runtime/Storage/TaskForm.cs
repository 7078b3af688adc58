using System.Collections.Immutable;
using System.Text.Json;

namespace ApprovalEngine.Workflow.Runtime.Storage;

/// <summary>
/// The stored form of the open tasks. Neighbours that differ only in number, unit and person (the seats of a countersign) are one group:
/// what they have in common stands once.
/// </summary>
internal static class TaskForm
{
    public static void Write(Utf8JsonWriter writer, string name, ImmutableArray<OpenTask> tasks) => writer.List(name, Groups(tasks), WriteGroup);

    public static ImmutableArray<OpenTask> Read(JsonElement json, string name) => [.. json.List(name, ReadGroup).SelectMany(group => group)];

    private static List<List<OpenTask>> Groups(ImmutableArray<OpenTask> tasks)
    {
        var groups = new List<List<OpenTask>>();
        foreach (var task in tasks)
        {
            if (groups.LastOrDefault() is { } group && IsAlike(group[0], task))
            {
                group.Add(task);
            }
            else
            {
                groups.Add([task]);
            }
        }

        return groups;
    }

    private static bool IsAlike(OpenTask one, OpenTask other) =>
        one.Frame == other.Frame && one.ActivityId == other.ActivityId && one.Kind == other.Kind
        && one.Offer.Role == other.Offer.Role && one.Offer.Post == other.Offer.Post && one.Outcomes.SequenceEqual(other.Outcomes)
        && one.OpenedAt == other.OpenedAt && one.StepLimitDays == other.StepLimitDays && one.StepDueAt == other.StepDueAt && one.Barred.SequenceEqual(other.Barred);

    private static void WriteGroup(Utf8JsonWriter writer, List<OpenTask> group)
    {
        var task = group[0];
        writer.WriteStartObject();
        writer.WriteNumber("f", task.Frame);
        writer.WriteString("a", task.ActivityId);
        writer.Choice<TaskKind>("k", task.Kind);
        writer.Text("r", task.Offer.Role);
        writer.Text("p", task.Offer.Post);
        writer.Texts("o", task.Outcomes);
        writer.Instant("t", task.OpenedAt);
        writer.Number("l", task.StepLimitDays);
        writer.Instant("d", task.StepDueAt);
        writer.Texts("x", task.Barred);
        writer.List("n", group, WriteOne);
        writer.WriteEndObject();
    }

    private static void WriteOne(Utf8JsonWriter writer, OpenTask task)
    {
        writer.WriteStartObject();
        writer.WriteNumber("i", task.Id);
        writer.Text("u", task.Offer.Unit);
        writer.Text("w", task.Offer.User);
        writer.Text("h", task.Assignee);
        writer.Text("s", task.Seat);
        TaskActsForm.Write(writer, task);
        writer.WriteEndObject();
    }

    private static ImmutableArray<OpenTask> ReadGroup(JsonElement json)
    {
        var common = new OpenTask
        {
            Id = 0,
            Frame = json.Number("f")!.Value,
            ActivityId = json.Text("a")!,
            Kind = json.Choice<TaskKind>("k")!.Value,
            Offer = new TaskOffer(Role: json.Text("r"), Post: json.Text("p")),
            Outcomes = json.Texts("o"),
            OpenedAt = json.Instant("t")!.Value,
            StepLimitDays = json.Number("l"),
            StepDueAt = json.Instant("d"),
            Barred = json.Texts("x"),
        };
        return json.List("n", one => TaskActsForm.Read(one, common with
        {
            Id = one.Number("i")!.Value,
            Offer = common.Offer with { Unit = one.Text("u"), User = one.Text("w") },
            Assignee = one.Text("h"),
            Seat = one.Text("s"),
        }));
    }
}
