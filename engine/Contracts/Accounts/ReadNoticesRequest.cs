namespace ApprovalEngine.Contracts.Accounts;

/// <summary>What was copied to a person, or told them by a flow, is taken note of.</summary>
/// <param name="Notices">As they were shown, <see cref="NoticeView.Most"/> at most.</param>
public sealed record ReadNoticesRequest(IReadOnlyList<NoticeRead> Notices);

/// <summary>A notice that was read; what came after it was not.</summary>
/// <param name="Kind">Copy or Message.</param>
/// <param name="CaseId">The case.</param>
/// <param name="At">Of when it was (UTC).</param>
public sealed record NoticeRead(string Kind, Guid CaseId, DateTimeOffset At);
