using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>What a step wants done. The core decides; the shell does it in the same transaction, or through the outbox.</summary>
public abstract record Effect
{
    private Effect()
    {
    }

    /// <summary>A task is to be shown to people.</summary>
    public sealed record TaskOpened(OpenTask Task) : Effect;

    /// <summary>A task is no longer open.</summary>
    /// <param name="Task">The task as it stood.</param>
    /// <param name="End">Why it ended.</param>
    /// <param name="Outcome">The answer, when it was answered.</param>
    public sealed record TaskClosed(OpenTask Task, TaskEnd End, string? Outcome) : Effect;

    /// <summary>Assignee or offer of an open task changed (claim, release, transfer).</summary>
    public sealed record TaskReassigned(OpenTask Task) : Effect;

    /// <summary>A task was delegated, came back, got or lost a signer, or holds an answer; it is shown otherwise from now on.</summary>
    public sealed record TaskChanged(OpenTask Task) : Effect;

    /// <summary>A task was urged: who has it is to be told.</summary>
    public sealed record TaskUrged(OpenTask Task) : Effect;

    /// <summary>A withdrawal opened a task again that had been closed; it keeps its number.</summary>
    public sealed record TaskReopened(OpenTask Task) : Effect;

    /// <summary>A timer is armed, or moved when the key is armed already.</summary>
    public sealed record TimerSet(FlowTimer Timer) : Effect;

    /// <summary>A timer has fired or is no longer wanted.</summary>
    public sealed record TimerDropped(string Key) : Effect;

    /// <summary>A text for the journal (Elsa.WriteLine).</summary>
    public sealed record LineWritten(string ActivityId, string Text) : Effect;

    /// <summary>The application is accepted; the case clocks run from <paramref name="AcceptedAt"/>.</summary>
    /// <param name="AcceptedAt">Instant (UTC); the receipt's when accepted by silence (domain.md, "Acceptance").</param>
    /// <param name="BySilence">The five days passed without an answer.</param>
    public sealed record CaseAccepted(DateTimeOffset AcceptedAt, bool BySilence) : Effect;

    /// <summary>The application was not accepted, in writing and dated; the case ends without a decision on the matter.</summary>
    public sealed record CaseNotAccepted : Effect;

    /// <summary>The case clocks changed (start, stop, resume, extension, restart): derived columns are to be read anew.</summary>
    public sealed record ClockChanged(ClockEvent Event) : Effect;

    /// <summary>The case is closed; clocks end here.</summary>
    public sealed record CaseClosed(Decision Decision) : Effect;

    /// <summary>A message to people (Approval.Notify), delivered through the outbox.</summary>
    /// <param name="ActivityId">The step that asked for it.</param>
    /// <param name="To">applicant, assignees, unit:CODE or user:NAME.</param>
    /// <param name="Subject">One line.</param>
    /// <param name="Text">The rendered text.</param>
    public sealed record NotificationRequested(string ActivityId, string To, string Subject, string Text) : Effect;

    /// <summary>An event for whatever other case of the centre waits for it (Elsa.PublishEvent).</summary>
    /// <param name="ActivityId">The step that published it.</param>
    /// <param name="Name">The event's name.</param>
    /// <param name="CorrelationId">Only for cases with this correlation id; null for all.</param>
    /// <param name="Payload">What it carries.</param>
    public sealed record EventPublished(string ActivityId, string Name, string? CorrelationId, JsonNode? Payload) : Effect;

    /// <summary>A service is to be called through the outbox (Approval.ExchangeData); answered by <see cref="Stimulus.ServiceAnswered"/>.</summary>
    public sealed record ServiceCalled(int CallId, string ActivityId, string Receiver, JsonNode? Payload) : Effect;

    /// <summary>An address outside is to be asked through the outbox (Elsa.SendHttpRequest); answered by <see cref="Stimulus.ServiceAnswered"/>.</summary>
    /// <param name="CallId">The call within the instance.</param>
    /// <param name="ActivityId">Who asks.</param>
    /// <param name="Request"><c>url, method, content?, contentType?, authorization?, headers?</c>. The answer's result is <c>{status, headers, content}</c>, or <c>{failure}</c> with one of <see cref="HttpFailure"/>.</param>
    public sealed record HttpRequested(int CallId, string ActivityId, JsonObject Request) : Effect;

    /// <summary>Another definition is to be run through the outbox (Elsa.DispatchWorkflow).</summary>
    /// <param name="CallId">The call that waits for it to begin, answered by <see cref="Stimulus.ServiceAnswered"/>: it then runs within the activity. Null when nothing waits: whoever delivers it runs it.</param>
    /// <param name="ActivityId">Who dispatches.</param>
    /// <param name="DefinitionId">The definition.</param>
    /// <param name="Input">Its inputs.</param>
    /// <param name="CorrelationId">Its correlation id.</param>
    public sealed record WorkflowDispatched(int? CallId, string ActivityId, string DefinitionId, JsonObject? Input, string? CorrelationId) : Effect;

    /// <summary>A call whose answer is no longer awaited.</summary>
    public sealed record ServiceCallDropped(int CallId) : Effect;

    /// <summary>A document is issued (Approval.IssueDocument).</summary>
    /// <param name="ActivityId">The step that issued it.</param>
    /// <param name="Title">Its name.</param>
    /// <param name="Number">Its number: the case number and a running letter, unless the step gives one.</param>
    /// <param name="VerificationCode">What a holder checks it by; from the step's seed.</param>
    /// <param name="Text">The rendered Liquid template.</param>
    public sealed record DocumentIssued(string ActivityId, string Title, string Number, string VerificationCode, string Text) : Effect;

    /// <summary>A fault that keeps its token on the activity until an administrator decides (design.md, "Incidents").</summary>
    public sealed record IncidentRaised(Incident Incident) : Effect;

    /// <summary>An administrator decided an incident.</summary>
    public sealed record IncidentResolved(string ActivityId, IncidentWay Way) : Effect;

    /// <summary>What an activity was given and gave so far, where a step is traced (<see cref="FlowContext.IsTraced"/>).</summary>
    /// <param name="ActivityId">The activity.</param>
    /// <param name="Inputs">Its inputs as they were worked out, by Elsa's names.</param>
    /// <param name="Outputs">Its outputs.</param>
    public sealed record ActivityTraced(string ActivityId, JsonObject Inputs, JsonObject Outputs) : Effect;

    /// <summary>An activity has run, for the trail and for elsa's activity executions.</summary>
    public sealed record ActivityRan(string ActivityId, ImmutableArray<string> Outcomes) : Effect;
}

/// <summary>Why a task is no longer open.</summary>
public enum TaskEnd
{
    /// <summary>A person answered it.</summary>
    Completed,

    /// <summary>The flow went another way (a race, a deadline's port, the end of the case).</summary>
    Cancelled,

    /// <summary>A return cancelled it.</summary>
    Returned,

    /// <summary>Whoever opened it by an act took that act back.</summary>
    Withdrawn,
}

/// <summary>How a case is closed (domain.md, "Decision").</summary>
public enum Decision
{
    /// <summary>准予.</summary>
    Granted,

    /// <summary>不予.</summary>
    Refused,

    /// <summary>撤回: the applicant took the application back.</summary>
    Withdrawn,

    /// <summary>終止: ended without a decision on the matter, for instance because a correction was not supplied in time.</summary>
    Terminated,
}
