namespace ApprovalEngine.Contracts.Cases;

/// <summary>A stopped case goes on before its time.</summary>
/// <param name="Reason">Kept in the trail.</param>
public sealed record ResumeRequest(string Reason);
