namespace ApprovalEngine.Contracts.Organisation;

/// <summary>What is wrong with a line of a sheet.</summary>
/// <param name="Line">The line, counted as the sheet does: the first below the heads is 2.</param>
/// <param name="Column">The column.</param>
/// <param name="Code">Stable name of the rule.</param>
/// <param name="Message">A sentence.</param>
public sealed record SheetFault(int Line, string Column, string Code, string Message);
