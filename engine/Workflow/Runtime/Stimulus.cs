using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Migration;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>What moves a flow on: the start, an act of a person, a moment that has come, a message from outside.</summary>
public abstract record Stimulus
{
    private Stimulus()
    {
    }

    /// <summary>The first step of an instance.</summary>
    /// <param name="Inputs">The workflow's inputs by name. A live case gives its own through <see cref="FlowContext.Facts"/> instead, so that its state stays small.</param>
    /// <param name="CorrelationId">Elsa's correlation id.</param>
    /// <param name="TriggerActivityId">The activity to start at; null for the flowchart's own start.</param>
    public sealed record Start(JsonObject? Inputs = null, string? CorrelationId = null, string? TriggerActivityId = null) : Stimulus;

    /// <summary>A person answers a task with one of its outcomes.</summary>
    /// <param name="TaskId">The task's number within the case.</param>
    /// <param name="Outcome">One of <see cref="OpenTask.Outcomes"/>.</param>
    /// <param name="Data">Values that the answer carries; members named like a variable are written to it.</param>
    public sealed record CompleteTask(int TaskId, string Outcome, JsonObject? Data = null) : Stimulus;

    /// <summary>A person takes an offered task. One claim wins; a second one is refused.</summary>
    public sealed record ClaimTask(int TaskId) : Stimulus;

    /// <summary>The assignee puts a task back on offer.</summary>
    public sealed record ReleaseTask(int TaskId) : Stimulus;

    /// <summary>A task goes to another person or unit for good; step limits do not restart (domain.md, "Supervision levels").</summary>
    /// <param name="TaskId">The task's number within the case.</param>
    /// <param name="To">The new offer; a user in it becomes the assignee at once.</param>
    /// <param name="KeepsSigners">Who was added to sign stays: who hands over somebody's whole work decides nothing about the others'.</param>
    public sealed record TransferTask(int TaskId, TaskOffer To, bool KeepsSigners = false) : Stimulus;

    /// <summary>The holder lets another person prepare a task (委派); the other's answer is an advice, and the task comes back.</summary>
    /// <param name="TaskId">The task's number within the case.</param>
    /// <param name="To">User name.</param>
    public sealed record DelegateTask(int TaskId, string To) : Stimulus;

    /// <summary>Who delegated a task takes it back.</summary>
    public sealed record RecallTask(int TaskId) : Stimulus;

    /// <summary>The holder lets another person sign too (加簽).</summary>
    /// <param name="TaskId">The task's number within the case.</param>
    /// <param name="User">User name of the signer.</param>
    /// <param name="Place">When the signer signs.</param>
    public sealed record AddSigner(int TaskId, string User, SignerPlace Place) : Stimulus;

    /// <summary>The holder of a task takes a signer away who has not signed; what waited for the signer goes on.</summary>
    /// <param name="TaskId">Number of the task that the signer was added to.</param>
    /// <param name="User">User name of the signer.</param>
    public sealed record RemoveSigner(int TaskId, string User) : Stimulus;

    /// <summary>A person asks for a task to be dealt with (催辦): at most once a local day and three times in all.</summary>
    public sealed record UrgeTask(int TaskId) : Stimulus;

    /// <summary>All that one person has open in the case goes to another, because the person leaves or hands over.</summary>
    /// <param name="From">User name.</param>
    /// <param name="To">User name.</param>
    public sealed record ReplacePerson(string From, string To) : Stimulus;

    /// <summary>A person stops the case: the promised clock, and where the law says so the legal one, stand still; nobody acts on its tasks (domain.md, "Suspension").</summary>
    /// <param name="Cause">What for.</param>
    /// <param name="Basis">The rule it rests on.</param>
    /// <param name="Approver">User name of who approved it.</param>
    /// <param name="Document">Number or title of the written notice.</param>
    /// <param name="EndsOn">Local date at whose closing moment it ends by itself.</param>
    /// <param name="StopsLegal">Whether the legal clock stops too.</param>
    public sealed record SuspendCase(string Cause, string Basis, string Approver, string Document, DateOnly EndsOn, bool StopsLegal) : Stimulus;

    /// <summary>A person lets a stopped case go on before its stop ends by itself.</summary>
    /// <param name="Reason">Kept in the trail.</param>
    public sealed record ResumeCase(string Reason) : Stimulus;

    /// <summary>An administrator decides an incident (design.md, "Incidents"); a return and an end are acts of their own.</summary>
    /// <param name="ActivityId">The activity that stands as an incident.</param>
    /// <param name="Way">What to do.</param>
    /// <param name="Outcome">The outcome to take, for <see cref="IncidentWay.TakeOutcome"/>.</param>
    /// <param name="Variables">Variables to set before; null for none.</param>
    public sealed record ResolveIncident(string ActivityId, IncidentWay Way, string? Outcome = null, JsonObject? Variables = null) : Stimulus;

    /// <summary>
    /// A person takes the own last act back while the next has not begun (撤回): the state before it counts again. Whether it was the
    /// person's own and the last one, the trail says: the shell finds the state by replaying it.
    /// </summary>
    /// <param name="To">The state before the act.</param>
    public sealed record Withdraw(FlowState To) : Stimulus;

    /// <summary>A person returns the case to a step that has run (elsa-format.md, safe rule 5).</summary>
    /// <param name="ActivityId">The step to go back to.</param>
    /// <param name="TaskId">The open task from which the return is made; null when it is not made from a task.</param>
    public sealed record ReturnTo(string ActivityId, int? TaskId = null) : Stimulus;

    /// <summary>A timer's moment has come. A key that is not armed, or not due yet, matches nothing and changes nothing.</summary>
    public sealed record TimerDue(string Key) : Stimulus;

    /// <summary>An event of this name arrived; resumes every open Elsa.Event bookmark of the name.</summary>
    public sealed record EventReceived(string Name, JsonNode? Payload = null) : Stimulus;

    /// <summary>The result of an Elsa.RunTask; resumes the first open bookmark of that task name.</summary>
    /// <param name="TaskName">The task.</param>
    /// <param name="Result">The result.</param>
    /// <param name="ActivityId">Only the bookmark of this activity; null for whichever is first.</param>
    public sealed record TaskResult(string TaskName, JsonNode? Result = null, string? ActivityId = null) : Stimulus;

    /// <summary>The answer of a service called through the outbox (Approval.ExchangeData).</summary>
    public sealed record ServiceAnswered(int CallId, bool Succeeded, JsonNode? Result = null) : Stimulus;

    /// <summary>More days for the decision, granted before the due moment passes (domain.md, "Extension").</summary>
    /// <param name="Days">Working days added to both clocks' limits.</param>
    /// <param name="Reason">Told to the applicant.</param>
    public sealed record ExtendLimit(int Days, string Reason) : Stimulus;

    /// <summary>A person ends the case where it stands: the applicant takes it back (Withdrawn), or it is ended without a decision on the matter (Terminated).</summary>
    /// <param name="Decision">Withdrawn or Terminated; a decision on the matter comes from the flow's CloseCase only.</param>
    /// <param name="Reason">Kept in the trail.</param>
    public sealed record EndCase(Decision Decision, string Reason) : Stimulus;

    /// <summary>The calendar changed: timers are set anew, nothing that was done is repeated.</summary>
    public sealed record Recalculate : Stimulus;

    /// <summary>The instance goes on in another version of its definition: the flow given with it is the one that is entered.</summary>
    /// <param name="Plan">From where to where, and which activity becomes which.</param>
    public sealed record Migrate(MigrationPlan Plan) : Stimulus;

    /// <summary>The instance ends: cancelled without a decision (a trial run, or a case entered in error).</summary>
    public sealed record Cancel : Stimulus;
}
