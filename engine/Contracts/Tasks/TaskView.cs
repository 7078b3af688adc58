using System.Text.Json.Nodes;

namespace ApprovalEngine.Contracts.Tasks;

/// <summary>A task as the page shows it on which it is answered.</summary>
public sealed record TaskView
{
    /// <summary>The task.</summary>
    public required TaskListed Task { get; init; }

    /// <summary>For whom who asks would act on it; null for themselves, and for those who only look.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>Whether who asks may answer it now.</summary>
    public required bool IsAnswerable { get; init; }

    /// <summary>Its answers and what each leads to.</summary>
    public required IReadOnlyList<OutcomeView> Outcomes { get; init; }

    /// <summary>The steps after those that are open, while each is answered for the applicant, with who could take them; as far as it can be told.</summary>
    public required IReadOnlyList<StepAhead> Route { get; init; }

    /// <summary>What those advised to whom it was delegated.</summary>
    public required IReadOnlyList<AdviceView> Advice { get; init; }

    /// <summary>Added signers that are open.</summary>
    public required IReadOnlyList<TaskListed> SubTasks { get; init; }

    /// <summary>User names of added signers who are asked once it is answered.</summary>
    public required IReadOnlyList<string> SignersAfter { get; init; }

    /// <summary>User names that may not answer it (four eyes).</summary>
    public required IReadOnlyList<string> Barred { get; init; }

    /// <summary>The applicant's form.</summary>
    public required JsonObject Form { get; init; }

    /// <summary>Number of the last row of the case's trail.</summary>
    public required int Version { get; init; }
}
