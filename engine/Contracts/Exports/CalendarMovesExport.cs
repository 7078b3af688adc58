using ApprovalEngine.Contracts.Clocks;

namespace ApprovalEngine.Contracts.Exports;

/// <summary>The cases that a new calendar would move are to be taken out.</summary>
/// <param name="Of">The calendar.</param>
/// <param name="Export">As what they are taken out.</param>
public sealed record CalendarMovesExport(CalendarChange Of, ExportRequest Export);
