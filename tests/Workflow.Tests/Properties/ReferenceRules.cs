namespace ApprovalEngine.Workflow.Tests.Properties;

/// <summary>
/// The rules of the safe mode by the letter (elsa-format.md, section 2), slow and plain, beside which the engine is held: where tokens
/// are after a step, and in which order activities ran. What an activity answers is taken from the engine; where that leads is not.
/// </summary>
internal sealed class ReferenceRules
{
    private static readonly string[] Waiting = ["Approval.AcceptApplication", "Approval.ReviewTask", "Approval.Countersign", "Approval.Correction", "Approval.SpecialProcedure", "Approval.ExchangeData", "Elsa.Delay", "Elsa.Event"];

    private ReferenceGraph graph;
    private readonly List<string> queue = [];
    private Queue<Happening> told = new();

    public ReferenceRules(ReferenceGraph graph)
    {
        this.graph = graph;
        queue.Add(graph.Start);
    }

    private ReferenceRules(ReferenceRules other)
    {
        graph = other.graph;
        Open = [.. other.Open];
        Arrived = [.. other.Arrived];
        IsClosed = other.IsClosed;
        IsFinished = other.IsFinished;
    }

    /// <summary>What the engine told of an activity: its outcomes, or null for an incident.</summary>
    public sealed record Happening(string Activity, IReadOnlyList<string>? Outcomes);

    /// <summary>Tokens on activities that wait.</summary>
    public List<string> Open { get; } = [];

    /// <summary>Tokens that have arrived at a merge, with the activity where their connection begins.</summary>
    public List<(string Merge, string Source)> Arrived { get; } = [];

    public bool IsFinished { get; private set; }

    private bool IsClosed { get; set; }

    public ReferenceRules Copy() => new(this);

    public void Begin(IEnumerable<Happening> happenings) => Run(happenings, () => { });

    /// <summary>A waiting activity completes, if the engine says that this is what happened first; a countersign or a held answer may wait on.</summary>
    public void Answer(string activity, IEnumerable<Happening> happenings) => Run(happenings, () =>
    {
        while (told.TryPeek(out var first) && first.Activity == activity && first.Outcomes is not null && Open.Remove(activity))
        {
            told.Dequeue();
            Complete(activity, first.Outcomes);
            Step();
        }
    });

    public void Fire(string activity, string port, IEnumerable<Happening> happenings) => Run(happenings, () => Complete(activity, [port]));

    public void Return(string step, IEnumerable<Happening> happenings) => Run(happenings, () => GoBack(step));

    /// <summary>An incident is tried again.</summary>
    public void Retry(string activity, IEnumerable<Happening> happenings) => Run(happenings, () =>
    {
        if (!Open.Remove(activity))
        {
            throw new InvalidOperationException($"{activity} was no incident.");
        }

        queue.Add(activity);
    });

    /// <summary>Another version of the flowchart, in which every token finds its place again.</summary>
    public void MoveTo(ReferenceGraph version) => graph = version;

    public void Finish()
    {
        queue.Clear();
        Open.Clear();
        Arrived.Clear();
        IsFinished = true;
    }

    private void Run(IEnumerable<Happening> happenings, Action begin)
    {
        told = new Queue<Happening>(happenings.Where(happening => happening.Activity != graph.Name));
        begin();
        Step();
        if (told.TryPeek(out var left))
        {
            throw new InvalidOperationException($"{left.Activity} ran, but by the rules nothing leads there now.");
        }
    }

    private void Step()
    {
        while (!IsFinished)
        {
            RunMerges();
            CompleteContainers();
            if (queue.Count == 0 && Open.Count == 0 && Arrived.Count > 0)
            {
                var merges = WaitingMerges();
                RunMerge(merges.First(merge => !merges.Exists(other => graph.ForwardOf[other].Contains(merge))));
            }

            if (queue.Count == 0)
            {
                break;
            }

            var next = queue[0];
            queue.RemoveAt(0);
            Execute(next);
        }

        IsFinished |= Open.Count == 0;
    }

    private void Execute(string activity)
    {
        var type = graph.TypeOf(activity);
        if (told.TryPeek(out var fault) && fault.Activity == activity && fault.Outcomes is null)
        {
            told.Dequeue();
            Open.Add(activity);
            return;
        }

        if (Waiting.Contains(type) || ReferenceGraph.IsContainer(activity))
        {
            Open.Add(activity);
            return;
        }

        if (!told.TryDequeue(out var ran) || ran.Activity != activity)
        {
            throw new InvalidOperationException($"By the rules {activity} runs now, in the engine {ran?.Activity ?? "nothing"}.");
        }

        if (type == "Elsa.End")
        {
            Finish();
            return;
        }

        if (type == "Approval.CloseCase" && !IsClosed)
        {
            IsClosed = true;
            queue.Clear();
            Open.Clear();
            Arrived.Clear();
        }

        Complete(activity, ran.Outcomes!);
    }

    /// <summary>
    /// What runs in a container is not looked into here: the engine says when it has come to its end, or cannot go on. That was a step of its own
    /// behind the one before, so that merges were looked at in between.
    /// </summary>
    private void CompleteContainers()
    {
        while (told.TryPeek(out var next) && ReferenceGraph.IsContainer(next.Activity) && Open.Contains(next.Activity))
        {
            told.Dequeue();
            if (next.Outcomes is { } outcomes)
            {
                Open.Remove(next.Activity);
                Complete(next.Activity, outcomes);
                RunMerges();
            }
        }
    }

    /// <summary>Rule 2.</summary>
    private void Complete(string activity, IReadOnlyList<string> outcomes)
    {
        var followed = graph.Connections.Where(way => way.Source == activity && outcomes.Contains(way.Port)).ToList();
        foreach (var way in followed.Where(way => !graph.Backward.Contains(way)))
        {
            if (graph.Merges.Contains(way.Target))
            {
                Arrived.Add((way.Target, activity));
            }
            else
            {
                queue.Add(way.Target);
            }
        }

        foreach (var way in followed.Where(graph.Backward.Contains))
        {
            GoBack(way.Target);
        }
    }

    /// <summary>Rule 5.</summary>
    private void GoBack(string step)
    {
        var gone = graph.AtOrAfter(step);
        queue.RemoveAll(gone.Contains);
        queue.Add(step);
        Open.RemoveAll(gone.Contains);
        Arrived.RemoveAll(token => gone.Contains(token.Source));
    }

    /// <summary>Rules 3 and 4.</summary>
    private void RunMerges()
    {
        while (WaitingMerges().Find(merge => graph.TakesFirst(merge) || Awaited(merge).Count == 0) is { } merge)
        {
            if (graph.TakesFirst(merge))
            {
                var places = Awaited(merge);
                queue.RemoveAll(places.Contains);
                Open.RemoveAll(places.Contains);
                Arrived.RemoveAll(token => places.Contains(token.Merge));
            }

            RunMerge(merge);
        }
    }

    private void RunMerge(string merge)
    {
        Arrived.RemoveAll(token => token.Merge == merge);
        queue.Add(merge);
    }

    private List<string> WaitingMerges() => [.. graph.Activities.Where(activity => Arrived.Exists(token => token.Merge == activity))];

    private List<string> Awaited(string merge)
    {
        var standing = Arrived.Where(token => token.Merge == merge).Select(token => token.Source).ToHashSet();
        var places = queue.Concat(Open).Concat(Arrived.Where(token => token.Merge != merge).Select(token => token.Merge)).ToHashSet();
        return [.. places.Where(place => graph.CanCome(place, merge) && !graph.IsAwaitedLater(place, merge, standing))];
    }
}
