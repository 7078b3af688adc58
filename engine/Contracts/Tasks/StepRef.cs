namespace ApprovalEngine.Contracts.Tasks;

/// <summary>A step of a flow.</summary>
/// <param name="ActivityId">Its id in the flow.</param>
/// <param name="Title">What it is called.</param>
public sealed record StepRef(string ActivityId, LocalText Title);
