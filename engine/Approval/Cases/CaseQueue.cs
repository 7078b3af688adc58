using ApprovalEngine.Contracts.Cases;

namespace ApprovalEngine.Approval.Cases;

/// <summary>
/// Where commands wait for a writer. A command that finds a lane free runs at once and alone; those that come while all lanes are busy
/// share the next lane's transaction. First come, first served; of one case only one command is under way, the others wait for it. A lane
/// waits for the database in place: to wake another thread for every answer costs more than the few threads that are held.
/// </summary>
/// <param name="write">Answers all steps of a group; returns those that must go on waiting for somebody else's lock.</param>
/// <param name="writePatiently">Answers a step that waits for somebody else's lock.</param>
internal sealed class CaseQueue(Func<IReadOnlyList<QueuedStep>, Task<IReadOnlyList<QueuedStep>>> write, Func<QueuedStep, Task> writePatiently)
{
    /// <summary>Transactions at the same time: while one is with the database, the other's steps are computed.</summary>
    public const int Lanes = 2;

    private const int LargestGroup = 100;

    private readonly Lock gate = new();
    private readonly LinkedList<QueuedStep> waiting = new();
    private readonly HashSet<(int CentreId, Guid CaseId)> underWay = [];
    private int busy;

    /// <summary>Runs a command; a command given up while it waits never happens, one under way is brought to its end.</summary>
    public async Task<CaseMoved> RunAsync(QueuedStep step, CancellationToken cancel)
    {
        if (Enter([step]) is { } group)
        {
            await DriveAsync(group);
        }

        await using var giveUp = cancel.UnsafeRegister((_, token) => GiveUp(step, token), null);
        return await step.Answer;
    }

    /// <summary>Runs commands that were thought of together; each is answered by its own task.</summary>
    public void RunAll(IReadOnlyList<QueuedStep> steps, CancellationToken cancel)
    {
        if (Enter(steps) is { } group)
        {
            _ = Task.Run(() => DriveAsync(group), CancellationToken.None);
        }

        var giveUp = cancel.UnsafeRegister(
            (_, token) =>
            {
                foreach (var step in steps)
                {
                    GiveUp(step, token);
                }
            },
            null);
        _ = Task.WhenAll(steps.Select(step => step.Answer)).ContinueWith(_ => giveUp.Dispose(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    /// <summary>Writes one group; who comes next is written by somebody else than the caller, whose own answer is there.</summary>
    private async Task DriveAsync(List<QueuedStep> group)
    {
        var blocked = await write(group);
        foreach (var step in blocked)
        {
            _ = Task.Factory.StartNew(() => WaitAsync(step), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        if (group.Count > 1)
        {
            // Those who were answered may have more to ask: they come before the lane looks who waits, else the first of them would go alone.
            await Task.Yield();
        }

        if (Leave(group.Except(blocked), isLane: true) is { } next)
        {
            _ = Task.Run(() => DriveAsync(next));
        }
    }

    private async Task WaitAsync(QueuedStep step)
    {
        await writePatiently(step);
        if (Leave([step], isLane: false) is { } next)
        {
            await DriveAsync(next);
        }
    }

    private List<QueuedStep>? Enter(IReadOnlyList<QueuedStep> steps)
    {
        lock (gate)
        {
            foreach (var step in steps)
            {
                waiting.AddLast(step);
            }

            return TakeLane();
        }
    }

    private List<QueuedStep>? Leave(IEnumerable<QueuedStep> steps, bool isLane)
    {
        lock (gate)
        {
            foreach (var step in steps)
            {
                underWay.Remove((step.CentreId, step.CaseId));
            }

            busy -= isLane ? 1 : 0;
            return TakeLane();
        }
    }

    private List<QueuedStep>? TakeLane()
    {
        if (busy == Lanes || waiting.Count == 0)
        {
            return null;
        }

        var group = new List<QueuedStep>();
        for (var node = waiting.First; node is not null && group.Count < LargestGroup;)
        {
            var (step, next) = (node.Value, node.Next);
            if (underWay.Add((step.CentreId, step.CaseId)))
            {
                group.Add(step);
                waiting.Remove(node);
            }

            node = next;
        }

        busy += group.Count > 0 ? 1 : 0;
        return group.Count > 0 ? group : null;
    }

    private void GiveUp(QueuedStep step, CancellationToken cancel)
    {
        lock (gate)
        {
            if (waiting.Remove(step))
            {
                step.Cancel(cancel);
            }
        }
    }
}
