using System.Threading.Channels;
using ApprovalEngine.Approval.Organisation;

namespace ApprovalEngine.Approval.Live;

/// <summary>Who watches a centre at the moment.</summary>
internal sealed class Watchers
{
    private readonly Lock gate = new();
    private readonly Dictionary<ChannelWriter<LiveNews>, Watcher> open = [];
    private bool isLooking;

    /// <summary>Adds one.</summary>
    /// <returns>True when nobody looks for changes yet and the caller has to.</returns>
    public bool Add(ChannelWriter<LiveNews> writer, Watcher watcher)
    {
        lock (gate)
        {
            open[writer] = watcher;
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

    /// <summary>Tells each what concerns them. Whoever may not watch any more is let go: their page asks to sign in, or connects again.</summary>
    /// <param name="news">What changed.</param>
    /// <param name="rights">What somebody may now; null when they may not watch any more.</param>
    public async Task TellAsync(CentreNews news, Func<Watcher, ValueTask<Access?>> rights)
    {
        KeyValuePair<ChannelWriter<LiveNews>, Watcher>[] all;
        lock (gate)
        {
            all = [.. open];
        }

        foreach (var (writer, watcher) in all)
        {
            if (await rights(watcher) is not { } access)
            {
                writer.TryComplete();
            }
            else if (news.For(access) is { } own)
            {
                writer.TryWrite(own);
            }
        }
    }
}
