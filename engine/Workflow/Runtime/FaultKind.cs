namespace ApprovalEngine.Workflow.Runtime;

/// <summary>What kind of fault an incident is, kept by its number: whoever decides it is told in their language, beside the sentence of what happened, what helps against it.</summary>
public enum FaultKind
{
    /// <summary>Not recorded: incidents of before 2026-11-30.</summary>
    Unknown,

    /// <summary>An expression of the activity fails.</summary>
    Expression,

    /// <summary>A value that the activity was given is missing or not usable.</summary>
    Input,

    /// <summary>A definition that the flow uses is not published, or cannot run so.</summary>
    Definition,

    /// <summary>Another system did not answer, or refused.</summary>
    Service,

    /// <summary>The connections lead where the flow cannot go on.</summary>
    Route,

    /// <summary>A limit of what one step may do was reached.</summary>
    TooMuch,

    /// <summary>The flow itself says that something is wrong (activity Fault).</summary>
    Raised,

    /// <summary>The version that the case was moved to does not know where the case stands.</summary>
    NewVersion,

    /// <summary>The activity's type is not executed here.</summary>
    NotExecutedHere,
}
