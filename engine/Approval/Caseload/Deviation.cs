namespace ApprovalEngine.Approval.Caseload;

/// <summary>Where a recorded case does not fit its flow. It is kept in the case's journal; nothing is dropped.</summary>
/// <param name="Case">The case's number in the log.</param>
/// <param name="Kind">What does not fit.</param>
/// <param name="Line">Line of the event, or of the case's first row.</param>
/// <param name="Activity">The event's activity; null where it concerns the case as a whole.</param>
public sealed record Deviation(string Case, DeviationKind Kind, long Line, string? Activity);

/// <summary>Kinds of deviations.</summary>
public enum DeviationKind
{
    /// <summary>The activity is no step of the flow.</summary>
    UnknownActivity,

    /// <summary>The step was not open when the log says it was done.</summary>
    StepNotOpen,

    /// <summary>The event lies before the receipt.</summary>
    BeforeReceipt,

    /// <summary>The event lies after the closing; it became a note.</summary>
    AfterClosing,

    /// <summary>The closing lies before the receipt: the duration counts as 0.</summary>
    ClosedBeforeReceipt,

    /// <summary>The case was closed while steps of the flow were open: it ends as terminated.</summary>
    ClosedWithOpenSteps,

    /// <summary>The flow came to its end though the log says that the case is open, or closed at another time.</summary>
    FlowEndedItself,

    /// <summary>The log's word for a channel or unit is not in the mapping.</summary>
    UnknownWord,
}
