using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Elsa.Trials;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Elsa.Instances;

/// <summary>What Elsa calls a workflow instance: a case, or a trial run.</summary>
internal sealed record Instance
{
    /// <summary>A trial run with its steps so far.</summary>
    public static Instance Of(TrialRun run, IEnumerable<TrialStep> steps, CompiledFlow flow) => new()
    {
        Id = run.RunId,
        IsTrial = true,
        DefinitionId = run.DefinitionId,
        VersionId = run.VersionId,
        Version = run.Version,
        Flow = flow,
        State = FlowStateJson.Read(run.State),
        Name = run.Name,
        CreatedAt = run.CreatedAt,
        UpdatedAt = run.UpdatedAt,
        FinishedAt = run.FinishedAt,
        Trail = [.. steps.Select(step => JournalRow.Of(step.Seq, step.At, step.Actor, step.Act, step.Payload, []))],
    };

    public required Guid Id { get; init; }

    /// <summary>A trial run, whose content belongs to nobody; else a case, of which an administrator sees where it stands and nothing else.</summary>
    public required bool IsTrial { get; init; }

    public required string DefinitionId { get; init; }

    public required string VersionId { get; init; }

    public required int Version { get; init; }

    public required CompiledFlow Flow { get; init; }

    public required FlowState State { get; init; }

    public string? Name { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>What happened, step by step.</summary>
    public required IReadOnlyList<JournalRow> Trail { get; init; }
}
