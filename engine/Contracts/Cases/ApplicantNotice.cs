namespace ApprovalEngine.Contracts.Cases;

/// <summary>What the applicant is told in writing with an answer: once, in full (Licensing Law 32). The opinion of the answer says the rest.</summary>
/// <param name="Papers">Materials that are missing or faulty.</param>
/// <param name="Form">What is to be put right in the form; null for nothing.</param>
/// <param name="BringBy">Local date by which it is to be brought; null for the end of the period that the flow gives.</param>
public sealed record NoticeRequest(IReadOnlyList<NoticePaper> Papers, string? Form = null, DateOnly? BringBy = null);

/// <summary>A material that an applicant is told of.</summary>
/// <param name="Code">Its code in the item.</param>
/// <param name="State">Missing or Faulty.</param>
/// <param name="Words">Why; null where its state says it all.</param>
public sealed record NoticePaper(string Code, string State, string? Words = null);

/// <summary>A written notice to the applicant.</summary>
/// <param name="No">Number of the row of the case's trail with which it was given.</param>
/// <param name="Kind">Correction or NotAccepted.</param>
/// <param name="At">Instant (UTC).</param>
/// <param name="By">User name of who gave it.</param>
/// <param name="Words">The opinion of the answer; null for none.</param>
/// <param name="Form">What is to be put right in the form; null for nothing.</param>
/// <param name="BringBy">Local date by which it is to be brought; null where neither the flow nor the clerk named one.</param>
/// <param name="Papers">Materials that were missing or faulty then.</param>
public sealed record NoticeGiven(int No, string Kind, DateTimeOffset At, string By, string? Words, string? Form, DateOnly? BringBy, IReadOnlyList<NoticePaper> Papers);
