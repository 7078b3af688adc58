using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Cases;

/// <summary>A case whose trail was replayed to exactly its stored state.</summary>
/// <param name="Case">The case as it is stored.</param>
/// <param name="Trail">Its rows in order.</param>
/// <param name="States">The state before the first row, then after each.</param>
internal sealed record ReplayedCase(CaseRecord Case, IReadOnlyList<JournalRow> Trail, IReadOnlyList<FlowState> States);
