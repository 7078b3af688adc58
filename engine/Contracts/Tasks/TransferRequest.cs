namespace ApprovalEngine.Contracts.Tasks;

/// <summary>A task handed to somebody else: a person, or whoever claims it in a unit.</summary>
/// <param name="ToUser">User name of the person.</param>
/// <param name="ToUnit">Code of the unit.</param>
/// <param name="Reason">Why.</param>
public sealed record TransferRequest(string? ToUser = null, string? ToUnit = null, string? Reason = null);
