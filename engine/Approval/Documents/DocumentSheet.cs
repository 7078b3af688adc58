namespace ApprovalEngine.Approval.Documents;

/// <summary>What stands on an issued document.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Number">Its number.</param>
/// <param name="Code">What a holder checks it by.</param>
/// <param name="Text">Its text, as the flow's template gave it.</param>
/// <param name="Issuer">The centre, whose seal it bears.</param>
/// <param name="Unit">The unit that issued it.</param>
/// <param name="IssuedOn">The centre's local date.</param>
/// <param name="Verification">Where its QR code leads.</param>
internal sealed record DocumentSheet(string Title, string Number, string Code, string Text, string Issuer, string Unit, DateOnly IssuedOn, Uri Verification);
