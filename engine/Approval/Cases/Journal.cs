using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Cases;

/// <summary>
/// Reads rows of a trail back into what the flow was told. Nothing is stored for it beside what tells the story: an act's name, its task
/// and its details say it all, with the states before it.
/// </summary>
internal static class Journal
{
    /// <summary>Says of a transfer that the task's signers ended with it. Those of before 30 November 2026, and hand-overs, do not say so: there they stayed.</summary>
    public const string SignersEnd = "signersEnd";

    /// <summary>What is said or recorded about a case tells its flow nothing.</summary>
    public static readonly IReadOnlySet<string> Unmoving =
        new HashSet<string> { "CaseCommented", "CaseCopied", "MaterialRecorded", "AttachmentAdded", "EventRecorded", "AlertRaised", "AlertAnswered", "FlowDispatched", "DocumentWritten", "CaseRated", "NumbersShown" };

    /// <summary>What the flow was told by a row; null when it was told nothing.</summary>
    /// <param name="row">The row.</param>
    /// <param name="states">The states after the rows so far, by their number; the last is the one that the act met.</param>
    /// <exception cref="JournalException">The act cannot be read back.</exception>
    public static Stimulus? Read(JournalRow row, IReadOnlyList<FlowState> states)
    {
        var (payload, details) = (row.Payload, row.Payload["details"] as JsonObject);
        return row.Act switch
        {
            "CaseReceived" => new Stimulus.Start(),
            "TaskClaimed" => new Stimulus.ClaimTask(row.Task),
            "TaskReleased" => new Stimulus.ReleaseTask(row.Task),
            "TaskCompleted" => new Stimulus.CompleteTask(row.Task, row.Text("outcome"), details?["data"] as JsonObject),
            "TaskTransferred" => new Stimulus.TransferTask(row.Task, Offer(row, details, states[^1]), KeepsSigners: details?[SignersEnd] is null),
            "TaskReturned" => new Stimulus.ReturnTo(row.Detail("to"), (int?)payload["task"]),
            "TimerFired" => new Stimulus.TimerDue(row.Detail("timer")),
            "TaskDelegated" => new Stimulus.DelegateTask(row.Task, row.Detail("to")),
            "TaskRecalled" => new Stimulus.RecallTask(row.Task),
            "SignerAdded" => new Stimulus.AddSigner(row.Task, row.Detail("signer"), Enum.Parse<SignerPlace>(row.Detail("place"))),
            "SignerRemoved" => new Stimulus.RemoveSigner(row.Task, row.Detail("signer")),
            "TaskUrged" => new Stimulus.UrgeTask(row.Task),
            "WorkHandedOver" => new Stimulus.ReplacePerson(row.Detail("from"), row.Detail("to")),
            "CaseSuspended" => Suspension(row, details!),
            "CaseResumed" => new Stimulus.ResumeCase(row.Text("opinion")),
            "IncidentResolved" => new Stimulus.ResolveIncident(
                row.Detail("activity"), Enum.Parse<IncidentWay>(row.Detail("way")), (string?)payload["outcome"], details?["variables"] as JsonObject),
            "CaseReturned" => new Stimulus.ReturnTo(row.Detail("to")),
            "ActWithdrawn" => new Stimulus.Withdraw(states[(int)details!["seq"]! - 1]),
            "CaseExtended" => new Stimulus.ExtendLimit((int)details!["days"]!, (string?)payload["opinion"] ?? ""),
            "CaseEnded" => new Stimulus.EndCase(Enum.Parse<Decision>(row.Text("outcome")), (string?)payload["opinion"] ?? ""),
            "ServiceAnswered" => new Stimulus.ServiceAnswered((int)details!["call"]!, true, details["result"]?.DeepClone()),
            "ServiceFailed" => new Stimulus.ServiceAnswered((int)details!["call"]!, false, (details["result"] ?? details["error"])?.DeepClone()),
            "TaskResultReported" => new Stimulus.TaskResult(row.Detail("name"), details!["result"]?.DeepClone(), row.Detail("activity")),
            "EventReceived" => new Stimulus.EventReceived(row.Detail("name"), details!["payload"]?.DeepClone()),
            "CalendarChanged" => new Stimulus.Recalculate(),
            _ when Unmoving.Contains(row.Act) => null,
            _ => throw new JournalException(row.Seq, $"'{row.Act}' cannot be done again from the trail."),
        };
    }

    private static Stimulus.SuspendCase Suspension(JournalRow row, JsonObject details) => new(
        row.Text("opinion"), row.Detail("basis"), row.Actor, row.Detail("document"),
        DateOnly.Parse(row.Detail("endsOn"), System.Globalization.CultureInfo.InvariantCulture), (bool)details["stopsLegal"]!);

    private static TaskOffer Offer(JournalRow row, JsonObject? details, FlowState before)
    {
        var task = before.Tasks.FirstOrDefault(open => open.Id == row.Task) ?? throw new JournalException(row.Seq, $"task {row.Task} was not open.");
        return task.Offer with { Unit = (string?)details?["toUnit"] ?? task.Offer.Unit, User = (string?)details?["toUser"] };
    }
}
