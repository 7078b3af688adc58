using ApprovalEngine.Contracts.Tasks;

namespace ApprovalEngine.Contracts.Cases;

/// <summary>An act on a case whose consequence is asked for; nothing happens.</summary>
/// <param name="Act">Suspend, Resume, Extend, Withdrawn or Terminated.</param>
/// <param name="Days">Working days of an extension.</param>
/// <param name="EndsOn">Last local date of a suspension.</param>
/// <param name="StopsLegal">Whether a suspension stops the legal clock too.</param>
public sealed record CaseActPreviewRequest(string Act, int? Days = null, DateOnly? EndsOn = null, bool StopsLegal = false);

/// <summary>What an act on a case would bring about, as the case stands now.</summary>
/// <param name="DueAt">Promised due moment (UTC) then; of a suspension, once it has ended by itself.</param>
/// <param name="LegalDueAt">Legal due moment (UTC) then.</param>
/// <param name="GoesOnAt">When (UTC) a suspension ends by itself; null for other acts.</param>
/// <param name="Ends">Steps whose open tasks end with it.</param>
public sealed record CaseActPreview(DateTimeOffset? DueAt, DateTimeOffset? LegalDueAt, DateTimeOffset? GoesOnAt, IReadOnlyList<StepRef> Ends);
