using System.Collections.Immutable;

namespace ApprovalEngine.Approval.Caseload;

/// <summary>A case as the log has it.</summary>
/// <param name="Number">Its number there.</param>
/// <param name="Line">Line of its first row.</param>
/// <param name="ReceivedAt">Instant (UTC).</param>
/// <param name="DueAt">Due instant (UTC) taken as given.</param>
/// <param name="ClosedAt">Instant (UTC) of the closing; null while open.</param>
/// <param name="Channel">The log's word.</param>
/// <param name="Unit">The log's word.</param>
/// <param name="Events">In the order of their instants, equal ones as they stand.</param>
internal sealed record LoggedCase(
    string Number, long Line, DateTimeOffset ReceivedAt, DateTimeOffset? DueAt, DateTimeOffset? ClosedAt, string? Channel, string? Unit, ImmutableArray<LoggedEvent> Events);

/// <summary>An event as the log has it.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Activity">Title of the step.</param>
/// <param name="Official">Who did it.</param>
/// <param name="At">Instant (UTC).</param>
internal sealed record LoggedEvent(long Line, string Activity, string? Official, DateTimeOffset At);

/// <summary>A row of a log: values by column.</summary>
internal sealed record LogRow(long Line, IReadOnlyDictionary<string, string> Values)
{
    public string? this[string? column] => column is not null && Values.TryGetValue(column, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}

/// <summary>A row that could not be taken in.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Reason">A sentence.</param>
public sealed record LeftOutRow(long Line, string Reason);
