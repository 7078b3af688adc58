namespace ApprovalEngine.Workflow.Runtime;

/// <summary>The activities of an instance that run, wait or stand as incidents: a handful, so an ordered list finds them fastest.</summary>
internal sealed class FrameTree
{
    private readonly List<Frame> frames = [];

    /// <summary>Number of the last frame.</summary>
    public int Last { get; set; }

    /// <summary>How many there are.</summary>
    public int Count => frames.Count;

    /// <summary>All of them, in the order in which they began.</summary>
    public IReadOnlyList<Frame> All => frames;

    /// <summary>Those whose container is not there (any more).</summary>
    public IEnumerable<Frame> Roots => frames.Where(frame => frame.Parent is not { IsLive: true });

    /// <summary>A frame by its number; null when it has ended.</summary>
    public Frame? Find(int id)
    {
        foreach (var frame in frames)
        {
            if (frame.Id == id)
            {
                return frame;
            }
        }

        return null;
    }

    /// <summary>Begins one.</summary>
    public Frame Open(WorkItem item)
    {
        var frame = new Frame(++Last, item.Node, item.Owner) { CameBack = item.CameBack, Variables = item.Variables };
        Restore(frame);
        return frame;
    }

    /// <summary>Puts a frame in its place: one of the state, or one that ended and then faulted.</summary>
    public void Restore(Frame frame)
    {
        var place = frames.Count;
        while (place > 0 && frames[place - 1].Id > frame.Id)
        {
            place--;
        }

        frames.Insert(place, frame);
        frame.Parent?.Children.Add(frame);
    }

    /// <summary>Takes out one that has ended.</summary>
    public void Remove(Frame frame)
    {
        frames.Remove(frame);
        frame.Parent?.Children.Remove(frame);
    }
}
