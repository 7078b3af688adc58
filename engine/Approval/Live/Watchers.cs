using System.Threading.Channels;
using ApprovalEngine.Approval.Organisation;

namespace ApprovalEngine.Approval.Live;

/// <summary>Who watches a centre at the moment.</summary>
internal sealed class Watchers
{
    private readonly Lock gate = new();
    private readonly Dictionary<ChannelWriter<LiveNews>, Access> open = [];
    private bool isLooking;

    /// <summary>Adds one.</summary>
    /// <returns>True when nobody looks for changes yet and the caller has to.</returns>
    public bool Add(ChannelWriter<LiveNews> writer, Access access)
    {
        lock (gate)
        {
            open[writer] = access;
            return !isLooking && (isLooking = true);
        }
    }

    public void Remove(ChannelWriter<LiveNews> writer)
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
    public void Tell(CentreNews news)
    {
        lock (gate)
        {
            foreach (var (writer, access) in open)
            {
                if (news.For(access) is { } own)
                {
                    writer.TryWrite(own);
                }
            }
        }
    }
}
