using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Calendars;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>All that a step may know besides its flow, state and stimulus. There is no other clock and no other randomness.</summary>
public sealed record FlowContext
{
    /// <summary>The instant of the step (UTC).</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>User name of who acts, or <c>system/…</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>User name of the absent person for whom the actor acts as deputy; null for oneself.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>The centre's working calendar.</summary>
    public required WorkingCalendar Calendar { get; init; }

    /// <summary>Seed of the step; everything random follows from it.</summary>
    public ulong Seed { get; init; }

    /// <summary>What the step may do before it is stopped.</summary>
    public StepBudget Budget { get; init; } = StepBudget.Ordinary;

    /// <summary>Whether inputs and outputs of the activities are told with the step: of trials only, whose content belongs to nobody.</summary>
    public bool IsTraced { get; init; }

    /// <summary>What is left of it for an instance that runs inside a step; null for a step of its own.</summary>
    internal StepSpending? Spending { get; init; }

    /// <summary>How many instances execute each other around this one.</summary>
    internal int Depth { get; init; }

    /// <summary>Id of the instance: the case's id, or a trial run's.</summary>
    public string InstanceId { get; init; } = "";

    /// <summary>What the case is; null when a flow runs without one (flow run, conformance).</summary>
    public CaseFacts? Case { get; init; }

    /// <summary>
    /// Inputs that the shell supplies at every step instead of keeping them in the state: for a case <c>form</c> (the applicant's form),
    /// <c>applicant</c>, <c>item</c>, <c>caseNumber</c>. Read by getInput and Liquid's Input.
    /// </summary>
    public JsonObject? Facts { get; init; }
}

/// <summary>What the flow may ask of its case. Limits are those of the item's version at acceptance.</summary>
public sealed record CaseFacts
{
    /// <summary>Case number.</summary>
    public required string Number { get; init; }

    /// <summary>Receipt (UTC).</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Limit by law.</summary>
    public required Limit LegalLimit { get; init; }

    /// <summary>Limit that the centre promises; never above the legal one.</summary>
    public required Limit PromisedLimit { get; init; }

    /// <summary>Code of the handling unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Code of the window where it was received; null for online.</summary>
    public string? Window { get; init; }

    /// <summary>User name of who entered the case; barred where four eyes are asked for.</summary>
    public string? ReceivedBy { get; init; }
}
