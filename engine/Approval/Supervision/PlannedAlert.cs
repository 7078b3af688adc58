using ApprovalEngine.Workflow.Calendars;

namespace ApprovalEngine.Approval.Supervision;

/// <summary>An alert that comes if nothing happens before.</summary>
/// <param name="Key">Unique within the case: clock, task where it is a step's, and level. Raised once.</param>
/// <param name="Clock">The clock in whose name it is raised.</param>
/// <param name="Level">Its level.</param>
/// <param name="DueAt">Instant (UTC) that dates it: a notice's own moment, else the due moment that passes.</param>
/// <param name="RaiseAt">
/// First instant (UTC) at which it is true. An act at the due moment itself is still on time, so an overdue level is raised one
/// microsecond (the database's grain) later; alerts then agree with the closing that won.
/// </param>
/// <param name="TaskNo">The step's task; null for the case's clocks.</param>
/// <param name="Measured">The clock as it was measured, for the evidence.</param>
public sealed record PlannedAlert(string Key, AlertClock Clock, AlertLevel Level, DateTimeOffset DueAt, DateTimeOffset RaiseAt, int? TaskNo, Clock Measured);
