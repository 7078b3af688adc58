using ApprovalEngine.Workflow.Tests.Runtime;

namespace ApprovalEngine.Workflow.Tests.Properties;

/// <summary>A drawn flowchart with its marked ways back, and what follows for its merges (safe rules 1 and 3).</summary>
internal sealed class ReferenceGraph
{
    private readonly Dictionary<string, (string Type, bool TakesFirst)> activities;

    public ReferenceGraph(FlowDraft draft, string name)
    {
        Name = name;
        activities = draft.Activities.ToDictionary(activity => (string)activity["id"]!, activity => ((string)activity["type"]!, (string?)activity["mode"]?["expression"]?["value"] == "WaitAny"));
        Activities = [.. activities.Keys];
        Connections = draft.Connections;
        Backward = [.. draft.Returns!];
        Forward = [.. Connections.Where(way => !Backward.Contains(way))];
        ForwardOf = Activities.ToDictionary(activity => activity, activity => Reach(activity, Forward));
        Merges = [.. Forward.GroupBy(way => way.Target).Where(ways => ways.Count() > 1).Select(ways => ways.Key)];
    }

    /// <summary>Id of the flowchart itself.</summary>
    public string Name { get; }

    public string Start => Activities[0];

    public List<string> Activities { get; }

    public List<(string Source, string Port, string Target)> Connections { get; }

    public HashSet<(string Source, string Port, string Target)> Backward { get; }

    public List<(string Source, string Port, string Target)> Forward { get; }

    public Dictionary<string, HashSet<string>> ForwardOf { get; }

    public HashSet<string> Merges { get; }

    /// <summary>It runs other activities, and completes when they have; how, is not for this flowchart to say.</summary>
    public static bool IsContainer(string activity) => activity.StartsWith('n');

    public string TypeOf(string activity) => activities[activity].Type;

    public bool TakesFirst(string merge) => activities[merge] is ("Elsa.FlowJoin", true);

    public HashSet<string> AtOrAfter(string step) => [step, .. ForwardOf[step]];

    /// <summary>Rule 3: a way to the merge leads neither through it nor through anything forward of it.</summary>
    public bool CanCome(string place, string merge)
    {
        var closed = AtOrAfter(merge);
        return !closed.Contains(place) && Reach(place, Connections.Where(way => !closed.Contains(way.Source))).Contains(merge);
    }

    /// <summary>Rule 3, the exception.</summary>
    public bool IsAwaitedLater(string place, string merge, HashSet<string> standing)
    {
        var kept = Connections.Where(way => !Backward.Contains(way) || !AtOrAfter(way.Target).Overlaps(standing)).ToList();
        var closed = AtOrAfter(merge);
        if (Reach(place, kept.Where(way => !closed.Contains(way.Source))).Contains(merge))
        {
            return false;
        }

        var behind = ForwardOf[merge].Count > 0 ? ForwardOf[merge] : [.. Backward.Where(way => way.Source == merge).SelectMany(way => AtOrAfter(way.Target))];
        return Reach(place, kept.Where(way => way.Source != merge)).Overlaps(behind);
    }

    private static HashSet<string> Reach(string place, IEnumerable<(string Source, string Port, string Target)> ways)
    {
        var bySource = ways.ToLookup(way => way.Source, way => way.Target);
        var found = new HashSet<string>();
        var todo = new Stack<string>([place]);
        while (todo.TryPop(out var here))
        {
            foreach (var target in bySource[here].Where(found.Add))
            {
                todo.Push(target);
            }
        }

        return found;
    }
}
