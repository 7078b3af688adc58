using System.Collections.Immutable;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>What a step comes to: the next state and what is to be done.</summary>
/// <param name="State">The state after the step.</param>
/// <param name="Effects">In the order in which they arose.</param>
/// <param name="Matched">How many waiting places the stimulus met; 0 means that nothing changed.</param>
public sealed record Transition(FlowState State, ImmutableArray<Effect> Effects, int Matched);

/// <summary>A person's act that the flow refuses: nothing changes, and the reason names the place.</summary>
/// <param name="code">Stable name of the reason, for instance TaskNotOpen, OutcomeUnknown, TaskAlreadyClaimed, FourEyes, ReturnNotPossible, ExpressionFailed.</param>
/// <param name="message">A sentence.</param>
/// <param name="activityId">The activity it concerns, when there is one.</param>
public sealed class ActRefusedException(string code, string message, string? activityId = null) : Exception(message)
{
    /// <summary>Stable name of the reason.</summary>
    public string Code { get; } = code;

    /// <summary>The activity it concerns.</summary>
    public string? ActivityId { get; } = activityId;
}

/// <summary>A fault inside a flow.</summary>
/// <param name="ActivityId">Where.</param>
/// <param name="ActivityType">The activity's type.</param>
/// <param name="Message">What happened.</param>
/// <param name="Kind">What kind of fault it is.</param>
public sealed record Incident(string ActivityId, string ActivityType, string Message, FaultKind Kind = FaultKind.Unknown);
