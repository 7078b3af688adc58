using System.Numerics;

namespace ApprovalEngine.Workflow.Runtime.Flowcharts;

/// <summary>A set of a flowchart's activities, by position, as bits.</summary>
internal sealed class NodeSet
{
    private readonly ulong[] words;

    /// <summary>An empty set.</summary>
    /// <param name="size">How many activities there are.</param>
    public NodeSet(int size) => words = new ulong[(size + 63) / 64];

    private NodeSet(ulong[] words) => this.words = words;

    /// <summary>How many it holds.</summary>
    public int Count => words.Sum(BitOperations.PopCount);

    /// <summary>Whether it holds none.</summary>
    public bool IsEmpty => Array.TrueForAll(words, word => word == 0);

    /// <summary>Adds one; false when it was there.</summary>
    public bool Add(int node)
    {
        var before = words[node >> 6];
        words[node >> 6] |= 1UL << (node & 63);
        return words[node >> 6] != before;
    }

    /// <summary>Takes one out.</summary>
    public void Remove(int node) => words[node >> 6] &= ~(1UL << (node & 63));

    /// <summary>Whether it holds one.</summary>
    public bool Contains(int node) => (words[node >> 6] & (1UL << (node & 63))) != 0;

    /// <summary>Whether two sets have one in common.</summary>
    public bool Overlaps(NodeSet other)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if ((words[i] & other.words[i]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What is in this one and not in the other.</summary>
    public NodeSet Without(NodeSet other) => new([.. words.Zip(other.words, (mine, others) => mine & ~others)]);

    /// <summary>What is in both.</summary>
    public NodeSet And(NodeSet other) => new([.. words.Zip(other.words, (mine, others) => mine & others)]);

    /// <summary>This set and one more.</summary>
    public NodeSet With(int node)
    {
        var copy = new NodeSet([.. words]);
        copy.Add(node);
        return copy;
    }

    /// <summary>Adds all of another set.</summary>
    public void AddAll(NodeSet other)
    {
        for (var i = 0; i < words.Length; i++)
        {
            words[i] |= other.words[i];
        }
    }

    /// <summary>Its members, in document order.</summary>
    public IEnumerable<int> Members()
    {
        for (var i = 0; i < words.Length; i++)
        {
            for (var word = words[i]; word != 0; word &= word - 1)
            {
                yield return (i << 6) + BitOperations.TrailingZeroCount(word);
            }
        }
    }
}
