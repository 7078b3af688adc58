using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Approval;

/// <summary>Reads from an activity's inputs to whom its task goes, and who may not answer it.</summary>
internal static class TaskOffers
{
    private const string AcceptanceType = "Approval.AcceptApplication";

    /// <summary>The offer: the named person, else who answered an earlier step last, else the people of a unit.</summary>
    public static TaskOffer Of(Run run, Frame frame, string role)
    {
        var person = Given(run.Text(frame, "person")) ?? DoerOf(run, frame, Given(run.Text(frame, "personOfStep")));
        return new TaskOffer(Given(run.Text(frame, "unit")), Given(run.Text(frame, "role")) ?? role, Given(run.Text(frame, "post")), person);
    }

    /// <summary>Who may not answer: with four eyes who received or accepted the case, and who answered one of the barred steps (domain.md, "Four eyes").</summary>
    public static IReadOnlyList<string> Barred(Run run, Frame frame)
    {
        var steps = (run.Texts(frame, "barredSteps") ?? []).Select(step => run.Data.Find(frame, step) ?? step).ToList();
        var people = new List<string>();
        if (run.Flag(frame, "fourEyes"))
        {
            steps.AddRange(run.Flow.Activities.Values.Where(activity => activity.Type == AcceptanceType).Select(activity => activity.Id));
            people.AddRange(run.Context.Case?.ReceivedBy is { } receiver ? [receiver] : []);
        }

        people.AddRange(steps.SelectMany(step => run.Tasks.Doers.GetValueOrDefault(step, [])));
        return [.. people.Where(person => !PersonsActs.IsSystem(person)).Distinct()];
    }

    private static string? DoerOf(Run run, Frame frame, string? step) => step is null ? null : run.Tasks.Doers.GetValueOrDefault(run.Data.Find(frame, step) ?? step, []).LastOrDefault(person => !PersonsActs.IsSystem(person));

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
