namespace ApprovalEngine.Contracts.Tasks;

/// <summary>A task that ended, as the trail of a case shows it.</summary>
/// <param name="TaskId">Id of the task.</param>
/// <param name="ActivityId">The step.</param>
/// <param name="Title">What the step is called.</param>
/// <param name="Seat">Seat of a countersign.</param>
/// <param name="OpenedAt">Instant (UTC) at which the step was entered.</param>
/// <param name="DueAt">When it was due (UTC).</param>
/// <param name="Ended">How it ended.</param>
/// <param name="Opinion">What was written to it.</param>
public sealed record TaskAnswered(Guid TaskId, string ActivityId, LocalText Title, string? Seat, DateTimeOffset OpenedAt, DateTimeOffset? DueAt, TaskEnded Ended, string? Opinion)
{
    /// <summary>Whether the answer was taken back: the task opened again after it.</summary>
    public bool IsTakenBack { get; init; }
}
