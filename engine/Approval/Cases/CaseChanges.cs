using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Supervision;
using ApprovalEngine.Workflow.Runtime;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>What a session wants written besides the case row, its open tasks and its timers, which follow from the state.</summary>
internal sealed class CaseChanges
{
    public List<TrailRow> Trail { get; } = [];

    public List<ClosedTask> ClosedTasks { get; } = [];

    public List<CaseFact> Facts { get; } = [];

    public List<AlertRaised> Alerts { get; } = [];

    public List<OutboxMessage> Messages { get; } = [];

    public List<int> DroppedCalls { get; } = [];

    public List<IssuedDocument> Documents { get; } = [];

    public List<CaseNote> Notes { get; } = [];

    /// <summary>Rows of a feature of its own (materials, attachments) that go into the same transaction.</summary>
    public List<NpgsqlBatchCommand> More { get; } = [];
}

/// <summary>A task that is no longer open.</summary>
internal sealed record ClosedTask(OpenTask Task, TaskEnd End, string? Outcome, DateTimeOffset At, string By, string? OnBehalfOf, string? Opinion, DateTimeOffset? DueAt, int Seq);

/// <summary>What the statistics count: an acceptance or a closing.</summary>
internal sealed record CaseFact(short Kind, short Sign, DateOnly On, DateTimeOffset At, DateOnly AcceptedOn, long LimitAmount, long? UsedAmount, bool? IsOnTime, bool IsExtended, Decision? Decision, DateTimeOffset? DueAt);

/// <summary>An alert with the instant at which it was written.</summary>
internal sealed record AlertRaised(RaisedAlert Alert, DateTimeOffset RaisedAt);

/// <summary>Something that happens outside, at least once.</summary>
internal sealed record OutboxMessage(string Kind, int? CallId, DateTimeOffset At, string Payload)
{
    /// <summary>So long it is held back, for the step that it comes of may be taken back.</summary>
    public TimeSpan Held { get; init; }
}

/// <summary>A document that the flow issued.</summary>
internal sealed record IssuedDocument(string ActivityId, string Title, string Number, string VerificationCode, string Text, DateTimeOffset At, string By);

/// <summary>A note of a person, or of something that has no place in the flow.</summary>
internal sealed record CaseNote(DateTimeOffset At, string Actor, NoteKind Kind, string Text);
