using System.Collections.Immutable;

namespace ApprovalEngine.Workflow.Runtime.Flowcharts;

/// <summary>Searches over connections.</summary>
internal static class Reach
{
    /// <summary>All that can be reached from a place over at least one of the connections.</summary>
    public static NodeSet From(int place, int size, ImmutableArray<ImmutableArray<Edge>> outbound, Func<Edge, bool>? allows = null) =>
        Search(place, size, outbound, edge => edge.Target, allows);

    /// <summary>All from which a place can be reached over at least one of the connections.</summary>
    public static NodeSet To(int place, int size, ImmutableArray<ImmutableArray<Edge>> inbound, Func<Edge, bool>? allows = null) =>
        Search(place, size, inbound, edge => edge.Source, allows);

    private static NodeSet Search(int place, int size, ImmutableArray<ImmutableArray<Edge>> edges, Func<Edge, int> next, Func<Edge, bool>? allows)
    {
        var found = new NodeSet(size);
        var todo = new Stack<int>([place]);
        while (todo.TryPop(out var here))
        {
            foreach (var edge in edges[here])
            {
                if ((allows is null || allows(edge)) && found.Add(next(edge)))
                {
                    todo.Push(next(edge));
                }
            }
        }

        return found;
    }
}
