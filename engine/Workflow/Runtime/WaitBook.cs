namespace ApprovalEngine.Workflow.Runtime;

/// <summary>Waiting places for events and results, and awaited calls, of a run.</summary>
internal sealed class WaitBook(Run run)
{
    private readonly List<Wait> waits = [.. run.Before.Waits];
    private readonly List<OpenCall> calls = [.. run.Before.Calls];
    private int lastCall = run.Before.Counters.Call;

    /// <summary>The waiting places, in the order in which they opened.</summary>
    public IReadOnlyList<Wait> Open => waits;

    /// <summary>The awaited calls.</summary>
    public IReadOnlyList<OpenCall> Calls => calls;

    /// <summary>Number of the last call.</summary>
    public int LastCall => lastCall;

    /// <summary>Lets a frame wait.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="name">Name of the event or task; null where there is none.</param>
    public void Add(Frame frame, string? name = null) => waits.Add(new Wait(frame.Id, frame.Node.Type, frame.Node.Id, name));

    /// <summary>Lets a frame wait for all that an instance inside it waits for.</summary>
    public void AddAll(Frame frame, IEnumerable<Wait> inside) => waits.AddRange(inside.Select(wait => wait with { Frame = frame.Id }));

    /// <summary>Gives a call of a frame its number; the executor adds the effect.</summary>
    public int Call(Frame frame)
    {
        calls.Add(new OpenCall(++lastCall, frame.Id, frame.Node.Id));
        return lastCall;
    }

    /// <summary>Takes out a waiting place that is met.</summary>
    public void Close(Wait wait) => waits.Remove(wait);

    /// <summary>Takes out a call that is answered.</summary>
    public void Close(OpenCall call) => calls.Remove(call);

    /// <summary>Closes what is open on a frame.</summary>
    public void CloseAll(Frame frame)
    {
        waits.RemoveAll(wait => wait.Frame == frame.Id);
        foreach (var call in calls.FindAll(call => call.Frame == frame.Id))
        {
            calls.Remove(call);
            run.Effects.Add(new Effect.ServiceCallDropped(call.Id));
        }
    }
}
