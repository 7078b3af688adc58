using System.Collections.Immutable;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>An obligation that waits for a person.</summary>
public sealed record OpenTask
{
    /// <summary>Number within the case, from 1, never used again.</summary>
    public required int Id { get; init; }

    /// <summary>The activity it belongs to.</summary>
    public required string ActivityId { get; init; }

    /// <summary>What kind of work it is.</summary>
    public required TaskKind Kind { get; init; }

    /// <summary>To whom it is offered.</summary>
    public required TaskOffer Offer { get; init; }

    /// <summary>User name of who has it; null while it can be claimed.</summary>
    public string? Assignee { get; init; }

    /// <summary>The answers it takes, in the designer's order.</summary>
    public required ImmutableArray<string> Outcomes { get; init; }

    /// <summary>The seat of a countersign (a unit's code or a user name); null otherwise.</summary>
    public string? Seat { get; init; }

    /// <summary>Instant (UTC) at which the step was entered; the step clock starts here.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The step limit in working days; null for none.</summary>
    public int? StepLimitDays { get; init; }

    /// <summary>When the step limit passes (UTC); null without a limit, while the promised clock stands still, or while a calendar year is missing.</summary>
    public DateTimeOffset? StepDueAt { get; init; }

    /// <summary>Number of the frame it belongs to.</summary>
    internal int Frame { get; init; }

    /// <summary>Number of the task that it was added to as a signer's; null for a step's own.</summary>
    public int? Parent { get; init; }

    /// <summary>When an added signer signs; null for a step's own task.</summary>
    public SignerPlace? Place { get; init; }

    /// <summary>User name of who delegated it and gets it back; null when it is not delegated.</summary>
    public string? Owner { get; init; }

    /// <summary>What delegates and signers answered, in order.</summary>
    public ImmutableArray<Advice> Advice { get; init; } = [];

    /// <summary>People who are to sign once it has been answered.</summary>
    public ImmutableArray<string> SignersAfter { get; init; } = [];

    /// <summary>The answer it has got and that waits for signers; null while it has none.</summary>
    public HeldAnswer? Held { get; init; }

    /// <summary>How often it was urged.</summary>
    public int Urged { get; init; }

    /// <summary>Instant (UTC) at which it was last urged.</summary>
    public DateTimeOffset? UrgedAt { get; init; }

    /// <summary>User names that may not answer it (four eyes: who accepted or prepared the case).</summary>
    public ImmutableArray<string> Barred { get; init; } = [];
}

/// <summary>Kinds of work for people.</summary>
public enum TaskKind
{
    /// <summary>The acceptance check at a window (Approval.AcceptApplication).</summary>
    Acceptance,

    /// <summary>審查, 審核, 決定 (Approval.ReviewTask).</summary>
    Review,

    /// <summary>One seat of a countersign (Approval.Countersign).</summary>
    Countersign,

    /// <summary>Waiting for corrected material (Approval.Correction).</summary>
    Correction,

    /// <summary>Waiting for the end of a special procedure (Approval.SpecialProcedure).</summary>
    SpecialProcedure,

    /// <summary>An added signer's part of another task (加簽).</summary>
    Signer,

    /// <summary>A fault that waits for an administrator (design.md, "Incidents").</summary>
    Incident,
}

/// <summary>
/// To whom a task is offered: to the named user, else to the people of the unit who hold the role and the post where these are named.
/// Keys, not names: user name, organisation unit's code, role's name, post's code.
/// </summary>
/// <param name="Unit">Code of the unit or window; null means the case's own handling unit.</param>
/// <param name="Role">Name of the role needed; null means Reviewer, at an acceptance WindowClerk.</param>
/// <param name="Post">Code of the post needed; null for any.</param>
/// <param name="User">The one person it is for.</param>
public sealed record TaskOffer(string? Unit = null, string? Role = null, string? Post = null, string? User = null);
