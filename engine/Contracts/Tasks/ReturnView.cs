namespace ApprovalEngine.Contracts.Tasks;

/// <summary>What a return would do, as the case stands now.</summary>
/// <param name="Step">The step gone back to.</param>
/// <param name="Cancels">Open tasks that it would cancel.</param>
/// <param name="Opens">Tasks that it would open, with who would have them.</param>
/// <param name="Keeps">Open tasks that would stay: parallel work that does not lie forward of the step.</param>
/// <param name="Timers">Keys of the timers that it would drop.</param>
public sealed record ReturnView(StepRef Step, IReadOnlyList<ReturnedTask> Cancels, IReadOnlyList<ReturnedTask> Opens, IReadOnlyList<ReturnedTask> Keeps, IReadOnlyList<string> Timers);

/// <summary>A task in the preview of a return.</summary>
/// <param name="Step">Its step.</param>
/// <param name="Seat">Seat of a countersign.</param>
/// <param name="Person">Who has it, or for whom it is; null when it is on offer.</param>
/// <param name="Unit">Code of the unit to which it is offered.</param>
public sealed record ReturnedTask(StepRef Step, string? Seat, string? Person, string? Unit);
