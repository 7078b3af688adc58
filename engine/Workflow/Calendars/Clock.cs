using System.Collections.Immutable;

namespace ApprovalEngine.Workflow.Calendars;

/// <summary>A clock: a budget and what happened to it. Everything else is derived by <see cref="Deadlines.Read"/>.</summary>
/// <param name="StartedAt">Instant (UTC) of acceptance, or of entering a step.</param>
/// <param name="Limit">The limit first promised; early figures keep it.</param>
/// <param name="ExtensionDays">Working days added.</param>
/// <param name="Suspensions">In the order in which they began; they may overlap.</param>
public sealed record Clock(DateTimeOffset StartedAt, Limit Limit, int ExtensionDays, ImmutableArray<Suspension> Suspensions);

/// <summary>A time in which a clock stands still, half open.</summary>
/// <param name="From">Instant (UTC) at which it begins.</param>
/// <param name="To">Instant (UTC) at which it ends; null while it lasts.</param>
public sealed record Suspension(DateTimeOffset From, DateTimeOffset? To);
