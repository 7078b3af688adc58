namespace ApprovalEngine.Workflow.Layout;

/// <summary>
/// Places the nodes of a graph in ranks: each below all from which it is reached, ways back left out of account, within a rank in the
/// order of those above (barycentre). The same graph always gives the same picture.
/// </summary>
public static class LayeredLayout
{
    /// <summary>A node's place, and whether links lead back.</summary>
    /// <param name="Ranks">Nodes of each rank, in their order.</param>
    /// <param name="Back">Links that lead back to a node on the way to their own beginning.</param>
    public sealed record Placed(IReadOnlyList<IReadOnlyList<string>> Ranks, IReadOnlySet<(string From, string To)> Back);

    /// <summary>Places them.</summary>
    /// <param name="nodes">Ids, in the order in which they are walked.</param>
    /// <param name="links">From where to where.</param>
    public static Placed Place(IReadOnlyList<string> nodes, IReadOnlyCollection<(string From, string To)> links)
    {
        var following = links.Distinct().ToLookup(link => link.From, link => link.To);
        var depth = Depths(nodes, links, following);

        // A link within a circle that leads no deeper leads back; what is left has no circle.
        var reached = nodes.ToDictionary(node => node, node => Reached(node, following));
        var back = links.Where(link => depth[link.To] <= depth[link.From] && reached[link.To].Contains(link.From)).ToHashSet();
        var leading = links.Where(link => !back.Contains(link)).ToLookup(link => link.To, link => link.From);
        var rank = new Dictionary<string, int>();
        foreach (var node in nodes)
        {
            RankOf(node, leading, rank);
        }

        return new(Ordered(nodes, rank, leading), back);
    }

    /// <summary>How many links each is away from where a walk can begin.</summary>
    private static Dictionary<string, int> Depths(IReadOnlyList<string> nodes, IReadOnlyCollection<(string From, string To)> links, ILookup<string, string> following)
    {
        var entered = links.Select(link => link.To).ToHashSet();
        var depth = new Dictionary<string, int>();
        foreach (var start in nodes.Where(node => !entered.Contains(node)).Concat(nodes))
        {
            var waiting = new Queue<string>(depth.TryAdd(start, 0) ? [start] : []);
            while (waiting.TryDequeue(out var node))
            {
                foreach (var next in following[node].Where(next => depth.TryAdd(next, depth[node] + 1)))
                {
                    waiting.Enqueue(next);
                }
            }
        }

        return depth;
    }

    private static HashSet<string> Reached(string node, ILookup<string, string> following)
    {
        var (seen, waiting) = (new HashSet<string>(), new Queue<string>([node]));
        while (waiting.TryDequeue(out var one))
        {
            foreach (var next in following[one].Where(seen.Add))
            {
                waiting.Enqueue(next);
            }
        }

        // Itself is reached: a link of a node to itself leads back.
        seen.Add(node);
        return seen;
    }

    private static int RankOf(string node, ILookup<string, string> leading, Dictionary<string, int> known)
    {
        if (!known.TryGetValue(node, out var rank))
        {
            known[node] = rank = leading[node].Select(above => RankOf(above, leading, known) + 1).DefaultIfEmpty(0).Max();
        }

        return rank;
    }

    private static List<IReadOnlyList<string>> Ordered(IReadOnlyList<string> nodes, Dictionary<string, int> rank, ILookup<string, string> leading)
    {
        var ranks = new List<IReadOnlyList<string>>();
        var at = new Dictionary<string, double>();
        foreach (var one in nodes.GroupBy(node => rank[node]).OrderBy(group => group.Key))
        {
            var row = one.Select((node, index) => (Node: node, Weight: leading[node].Where(at.ContainsKey).Select(above => at[above]).DefaultIfEmpty(index).Average()))
                .OrderBy(pair => pair.Weight).Select(pair => pair.Node).ToList();
            for (var i = 0; i < row.Count; i++)
            {
                // Measured from the middle, so that ranks of different width compare.
                at[row[i]] = i - ((row.Count - 1) / 2.0);
            }

            ranks.Add(row);
        }

        return ranks;
    }
}
