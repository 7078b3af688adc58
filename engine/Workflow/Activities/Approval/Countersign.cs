using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Approval;

/// <summary>會簽: several units or people answer. The list is fixed and freed of doubles when the step opens; an empty one is an incident.</summary>
internal sealed class Countersign : TaskExecutor
{
    private const string Granted = "Granted";
    private const string Refused = "Refused";
    private const string Seats = "seats";
    private const string Answers = "answers";

    public override string Type => "Approval.Countersign";

    public override void Execute(Run run, Frame frame)
    {
        var seats = (run.Texts(frame, Seats) ?? []).Select(seat => seat.Trim()).Where(seat => seat.Length > 0).Distinct().ToList();
        if (seats.Count == 0)
        {
            throw new ActivityFaultException(FaultKind.Input, $"Nobody is to countersign in {frame.Node.Id}: its list of seats is empty.");
        }

        _ = Rule(run, frame);
        frame.Set(Seats, new JsonArray([.. seats.Select(seat => (JsonNode)seat)]));
        frame.Set(Answers, Kept(run, frame, seats));
        OpenNext(run, frame);
    }

    public override void OnTaskAnswered(Run run, Frame frame, OpenTask task, Stimulus.CompleteTask answer)
    {
        TakeData(run, frame, answer);
        var answers = AnswersOf(frame);
        answers.Add(new JsonObject { ["seat"] = task.Seat, ["outcome"] = answer.Outcome, ["by"] = task.Held?.By ?? run.Context.Actor });
        run.Data.SetOutput(frame, "result", answers.DeepClone());
        var decided = Rule(run, frame).Decide(SeatsOf(frame).Count, Count(answers, Granted), Count(answers, Refused));
        if (decided is { } granted)
        {
            run.Complete(frame, granted ? Granted : Refused);
        }
        else
        {
            OpenNext(run, frame);
        }
    }

    /// <summary>Opens the seats that have neither answered nor a task: all at once, in order one by one.</summary>
    private static void OpenNext(Run run, Frame frame)
    {
        var seated = run.Tasks.Of(frame).Where(task => task.Seat is not null).ToList();
        var taken = seated.Select(task => task.Seat).Concat(AnswersOf(frame).Select(answer => (string?)answer?["seat"])).ToHashSet();
        var waiting = SeatsOf(frame).Where(seat => !taken.Contains(seat));
        if (Rule(run, frame).IsInOrder)
        {
            waiting = seated.Count > 0 ? [] : waiting.Take(1);
        }

        var offer = TaskOffers.Of(run, frame, "Reviewer");
        foreach (var seat in waiting.ToList())
        {
            var seatOffer = seat.StartsWith("user:", StringComparison.Ordinal) ? offer with { User = seat["user:".Length..] } : offer with { Unit = seat, User = null };
            Open(run, frame, TaskKind.Countersign, seatOffer, [Granted, Refused], seat);
        }
    }

    /// <summary>A step that a return opens again asks all, or only those who refused: then the grants of before count.</summary>
    private static JsonArray Kept(Run run, Frame frame, List<string> seats)
    {
        if (run.Text(frame, "reopenFor") != Refused || run.Data.GetOutput(frame, frame.Node.LocalId, null) is not JsonArray before)
        {
            return [];
        }

        var kept = before.Where(answer => (string?)answer?["outcome"] == Granted && seats.Contains((string?)answer?["seat"] ?? "")).ToList();
        // Where nobody refused there is nobody to ask again but all.
        return kept.Count == seats.Count ? [] : [.. kept.Select(answer => answer!.DeepClone())];
    }

    private static CountersignRule Rule(Run run, Frame frame) => CountersignRule.Of(run.Text(frame, "rule"), run.Number(frame, "percent"));

    private static List<string> SeatsOf(Frame frame) => [.. frame.Data![Seats]!.AsArray().Select(seat => seat!.GetValue<string>())];

    private static JsonArray AnswersOf(Frame frame) => frame.Data![Answers]!.AsArray();

    private static int Count(JsonArray answers, string outcome) => answers.Count(answer => (string?)answer?["outcome"] == outcome);
}
