namespace ApprovalEngine.Contracts.Cases;

/// <summary>How a material of a case stands.</summary>
/// <param name="State">Supplied, Deferred, NotNeeded, Missing or Faulty.</param>
/// <param name="PromisedOn">By when a deferred one is promised (local date).</param>
public sealed record MaterialRequest(string State, DateOnly? PromisedOn = null);
