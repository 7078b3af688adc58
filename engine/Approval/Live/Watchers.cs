using System.Threading.Channels;
using ApprovalEngine.Approval.Organisation;

namespace ApprovalEngine.Approval.Live;

/// <summary>Who watches a centre's cases at the moment.</summary>
internal sealed class Watchers
{
    private readonly Lock gate = new();
    private readonly Dictionary<ChannelWriter<IReadOnlyList<Guid>>, Access> open = [];
    private bool isLooking;

    /// <summary>Adds one.</summary>
    /// <returns>True when nobody looks for changes yet and the caller has to.</returns>
    public bool Add(ChannelWriter<IReadOnlyList<Guid>> writer, Access access)
    {
        lock (gate)
        {
            open[writer] = access;
            return !isLooking && (isLooking = true);
        }
    }

    public void Remove(ChannelWriter<IReadOnlyList<Guid>> writer)
    {
        lock (gate)
        {
            open.Remove(writer);
        }
    }

    /// <summary>Whether somebody still watches; once not, the looking has ended.</summary>
    public bool GoOn()
    {
        lock (gate)
        {
            return isLooking = open.Count > 0;
        }
    }

    /// <summary>Tells each what concerns them.</summary>
    public void Tell(IReadOnlyCollection<ChangedCase> changed)
    {
        lock (gate)
        {
            foreach (var (writer, access) in open)
            {
                if (changed.Where(one => one.Concerns(access)).Select(one => one.CaseId).ToArray() is { Length: > 0 } cases)
                {
                    writer.TryWrite(cases);
                }
            }
        }
    }
}
