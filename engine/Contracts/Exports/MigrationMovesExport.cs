using ApprovalEngine.Contracts.Migrations;

namespace ApprovalEngine.Contracts.Exports;

/// <summary>The cases that would go over to another version of a flow are to be taken out.</summary>
/// <param name="Of">The versions, and how the steps are mapped.</param>
/// <param name="Export">As what they are taken out.</param>
public sealed record MigrationMovesExport(MigrationRequest Of, ExportRequest Export);
