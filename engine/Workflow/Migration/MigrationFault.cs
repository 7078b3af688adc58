namespace ApprovalEngine.Workflow.Migration;

/// <summary>Why a migration is not possible.</summary>
/// <param name="Code">Stable name, one of <see cref="MigrationFaults"/>.</param>
/// <param name="Where">The activity, or the variable, that it concerns.</param>
/// <param name="Message">A sentence.</param>
public sealed record MigrationFault(string Code, string Where, string Message);
