namespace ApprovalEngine.Workflow.Runtime.Flowcharts;

/// <summary>Finds strongly connected parts in one walk over the connections (Tarjan), without recursion: a flow may be one long ring.</summary>
internal sealed class CyclicPart
{
    private readonly FlowchartLayout layout;
    private readonly Func<Edge, bool> allows;
    private readonly int[] order;
    private readonly int[] low;
    private readonly NodeSet onStack;
    private readonly Stack<int> stack = new();
    private readonly List<NodeSet> parts = [];
    private int next = 1;

    private CyclicPart(FlowchartLayout layout, Func<Edge, bool> allows)
    {
        (this.layout, this.allows) = (layout, allows);
        (order, low, onStack) = (new int[layout.Size], new int[layout.Size], new NodeSet(layout.Size));
    }

    /// <summary>The parts that hold a cycle.</summary>
    /// <param name="layout">The flowchart.</param>
    /// <param name="nodes">Where to look.</param>
    /// <param name="allows">The connections that count.</param>
    public static IReadOnlyList<NodeSet> Of(FlowchartLayout layout, NodeSet nodes, Func<Edge, bool> allows)
    {
        var search = new CyclicPart(layout, allows);
        foreach (var node in nodes.Members().Where(node => search.order[node] == 0))
        {
            search.Walk(node);
        }

        return search.parts;
    }

    private void Walk(int root)
    {
        var way = new Stack<(int Node, int Edge)>();
        Enter(root, way);
        while (way.TryPop(out var here))
        {
            var outbound = layout.Outbound[here.Node];
            if (here.Edge == outbound.Length)
            {
                Leave(here.Node, way);
                continue;
            }

            way.Push((here.Node, here.Edge + 1));
            var edge = outbound[here.Edge];
            if (!allows(edge))
            {
                continue;
            }

            if (order[edge.Target] == 0)
            {
                Enter(edge.Target, way);
            }
            else if (onStack.Contains(edge.Target))
            {
                low[here.Node] = Math.Min(low[here.Node], order[edge.Target]);
            }
        }
    }

    private void Enter(int node, Stack<(int Node, int Edge)> way)
    {
        order[node] = low[node] = next++;
        stack.Push(node);
        onStack.Add(node);
        way.Push((node, 0));
    }

    private void Leave(int node, Stack<(int Node, int Edge)> way)
    {
        if (way.TryPeek(out var before))
        {
            low[before.Node] = Math.Min(low[before.Node], low[node]);
        }

        if (low[node] != order[node])
        {
            return;
        }

        var part = new NodeSet(layout.Size);
        int member;
        do
        {
            member = stack.Pop();
            onStack.Remove(member);
            part.Add(member);
        }
        while (member != node);

        if (part.Count > 1 || layout.Outbound[node].Any(edge => edge.Target == node && allows(edge)))
        {
            parts.Add(part);
        }
    }
}
