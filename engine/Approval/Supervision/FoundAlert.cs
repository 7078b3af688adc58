using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Supervision;

namespace ApprovalEngine.Approval.Supervision;

/// <summary>An alert with what its procedure needs.</summary>
/// <param name="View">As who asks is shown it.</param>
/// <param name="Key">Unique within the case; the trail names it so.</param>
/// <param name="Procedure">Who may lead it where.</param>
/// <param name="SupervisedFrom">The highest unit at which who asks supervises it; null when they do not.</param>
internal sealed record FoundAlert(AlertView View, string Key, AlertProcedure Procedure, UnitEntry? SupervisedFrom);
