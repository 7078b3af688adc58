namespace ApprovalEngine.Workflow.Runtime.Flowcharts;

/// <summary>Which connections lead back, where the designer has not said so (elsa-format.md, safe rule 1).</summary>
internal sealed class BackwardConnections
{
    private readonly FlowchartLayout layout;
    private readonly int start;
    private readonly bool[] isBackward;
    private readonly int[] distances;

    public BackwardConnections(FlowchartLayout layout, int start, NodeSet reached)
    {
        this.layout = layout;
        this.start = start;
        isBackward = new bool[layout.Edges.Length];
        distances = Distances();
        CutInside(reached);
    }

    /// <summary>Whether each connection leads back, by its position.</summary>
    public IReadOnlyList<bool> IsBackward => isBackward;

    /// <summary>A part that goes round could have been entered at more than one place, so that the direction was a choice.</summary>
    public bool IsAmbiguous { get; private set; }

    private void CutInside(NodeSet nodes)
    {
        foreach (var part in CyclicParts(nodes))
        {
            var entries = Entries(part);
            IsAmbiguous |= entries.Count > 1;
            var head = entries
                .OrderBy(entry => layout.Activities[entry].Type == "Elsa.FlowJoin")
                .ThenBy(entry => Stuck(part, entry))
                .ThenBy(entry => distances[entry])
                .ThenBy(entry => entry)
                .First();
            foreach (var edge in layout.Inbound[head].Where(edge => part.Contains(edge.Source)))
            {
                isBackward[edge.Index] = true;
            }

            CutInside(part);
        }
    }

    /// <summary>The strongly connected parts that hold a cycle.</summary>
    private IEnumerable<NodeSet> CyclicParts(NodeSet nodes)
    {
        bool Inside(Edge edge) => !isBackward[edge.Index] && nodes.Contains(edge.Source) && nodes.Contains(edge.Target);
        return CyclicPart.Of(layout, nodes, Inside);
    }

    private List<int> Entries(NodeSet part) =>
        [.. part.Members().Where(node => node == start || layout.Inbound[node].Any(edge => !isBackward[edge.Index] && distances[edge.Source] >= 0 && !part.Contains(edge.Source)))];

    /// <summary>How many activities of the part have no way out of it once the entry's connections from within are cut.</summary>
    private int Stuck(NodeSet part, int entry)
    {
        bool Left(Edge edge) => !isBackward[edge.Index] && part.Contains(edge.Source) && edge.Target != entry;
        var free = new NodeSet(layout.Size);
        var todo = new Stack<int>(part.Members().Where(node => layout.Outbound[node].Any(edge => Left(edge) && !part.Contains(edge.Target))));
        foreach (var exit in todo)
        {
            free.Add(exit);
        }

        while (todo.TryPop(out var here))
        {
            foreach (var edge in layout.Inbound[here].Where(edge => Left(edge) && free.Add(edge.Source)))
            {
                todo.Push(edge.Source);
            }
        }

        return part.Without(free).Count;
    }

    /// <summary>Connections from the start to each activity, over all connections; -1 where none leads.</summary>
    private int[] Distances()
    {
        var found = new int[layout.Size];
        Array.Fill(found, -1);
        found[start] = 0;
        var todo = new Queue<int>([start]);
        while (todo.TryDequeue(out var here))
        {
            foreach (var edge in layout.Outbound[here].Where(edge => found[edge.Target] < 0))
            {
                found[edge.Target] = found[here] + 1;
                todo.Enqueue(edge.Target);
            }
        }

        return found;
    }
}
