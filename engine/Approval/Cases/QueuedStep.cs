using ApprovalEngine.Contracts.Cases;

namespace ApprovalEngine.Approval.Cases;

/// <summary>A command that waits for the writer, and its answer.</summary>
internal sealed class QueuedStep
{
    // Who waits goes on elsewhere: the writer does not wait for what a caller does with its answer.
    private readonly TaskCompletionSource<CaseMoved> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>An act on a case that stands.</summary>
    public QueuedStep(CaseAct act) => (Act, CentreId, CaseId, Key) = (act, act.CentreId, act.CaseId, act.Key);

    /// <summary>A case that is written for the first time.</summary>
    public QueuedStep(CaseSession begun, IdempotencyKey? key) => (Begun, CentreId, CaseId, Key) = (begun, begun.Case.CentreId, begun.Case.CaseId, key);

    public CaseAct? Act { get; }

    public CaseSession? Begun { get; }

    public int CentreId { get; }

    public Guid CaseId { get; }

    public IdempotencyKey? Key { get; }

    public Task<CaseMoved> Answer => answer.Task;

    public bool IsAnswered => answer.Task.IsCompleted;

    public void Succeed(CaseMoved moved) => answer.TrySetResult(moved);

    public void Fail(Exception fault) => answer.TrySetException(fault);

    public void Cancel(CancellationToken cancel) => answer.TrySetCanceled(cancel);
}
