namespace ApprovalEngine.Contracts.Tasks;

/// <summary>A case sent back to an earlier step.</summary>
/// <param name="ToActivity">Id of the step in the flow.</param>
/// <param name="Reason">Why, shown to whoever gets the step again.</param>
public sealed record ReturnRequest(string ToActivity, string Reason);
