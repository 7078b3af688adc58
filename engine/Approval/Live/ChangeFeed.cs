using System.Collections.Concurrent;
using System.Threading.Channels;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Audit;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ApprovalEngine.Approval.Live;

/// <summary>
/// Tells open pages which cases changed and what else did, on whatever host that happened. While somebody watches, the new rows of both
/// trails are looked up once a second and centre, by transaction number as the seals do: steps pay nothing for it.
/// </summary>
public sealed class ChangeFeed(CaseDatabase database, OrgDirectory directories, ILogger<ChangeFeed> log)
{
    private const int MostWaiting = 256;
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(1);

    private const string Ended = "select ended_transaction_no()";

    private readonly ConcurrentDictionary<int, Watchers> centres = new();

    /// <summary>
    /// What changes after this has answered and may concern the person, in batches; ends with the token. A database that is away is
    /// waited for.
    /// </summary>
    public async Task<ChannelReader<LiveNews>> WatchAsync(Access access, CancellationToken cancel)
    {
        // Where the looking begins is known before anybody is told that they watch, however late the first look comes.
        var from = await EndedPatientlyAsync(cancel);

        var channel = Line();
        var watchers = centres.GetOrAdd(access.CentreId, _ => new Watchers());
        var stamp = access.IsProgram ? null : (await directories.Of(access.CentreId, cancel)).FindPerson(access.UserName)?.SignInStamp;
        if (watchers.Add(channel.Writer, new Watcher(access, stamp)))
        {
            _ = LookAsync(access.CentreId, watchers, from);
        }

        _ = channel.Reader.Completion.ContinueWith(_ => watchers.Remove(channel.Writer), TaskScheduler.Default);
        cancel.Register(() =>
        {
            watchers.Remove(channel.Writer);
            channel.Writer.TryComplete();
        });
        return channel.Reader;
    }

    /// <summary>Whoever reads too slowly is let go, not told only half: the browser connects again, and asks for all that it shows.</summary>
    internal static Channel<LiveNews> Line()
    {
        Channel<LiveNews>? line = null;
        line = System.Threading.Channels.Channel.CreateBounded<LiveNews>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite }, _ => line!.Writer.TryComplete());
        return line;
    }

    private async Task LookAsync(int centreId, Watchers watchers, long from)
    {
        IReadOnlyList<RecordedAct> late = [];
        while (watchers.GoOn())
        {
            try
            {
                (from, late) = await LookOnceAsync(centreId, from, late, watchers);
            }
            catch (Exception fault) when (IsPassing(fault))
            {
                log.LogWarning(fault, "Changes could not be looked up; trying again.");
            }
            catch (Exception fault)
            {
                // A unit that another host has added just now, for instance. Whoever watches goes on watching.
                log.LogError(fault, "Changes could not be told; trying again.");
            }

            await Task.Delay(Rhythm);
        }
    }

    /// <summary>
    /// Cases are told at once, acts a look later: the lists that acts change are answered from copies, which may be a second old on any host
    /// (CentreCache), and whoever asked too early would see the old list and hear nothing more.
    /// </summary>
    private async Task<(long To, IReadOnlyList<RecordedAct> Late)> LookOnceAsync(int centreId, long from, IReadOnlyList<RecordedAct> late, Watchers watchers)
    {
        await using var connection = await database.OpenAsync(CancellationToken.None);
        var to = await EndedAsync(connection, CancellationToken.None);
        if (to == from && late.Count == 0)
        {
            return (to, []);
        }

        var directory = await directories.Of(centreId);
        var news = to > from ? await NewsReading.ReadAsync(connection, directory, from, to) : new CentreNews(directory, [], []);
        await watchers.TellAsync(news with { Acts = late }, watcher => RightsNowAsync(watcher, directory, late));
        return (to, news.Acts);
    }

    /// <summary>
    /// The rights of who watches, as they are now and not as they were when the page connected; null when the account is closed or the sign-in has
    /// ended. A program's go with its key: when one of its keys is revoked, it connects again with another, or not at all.
    /// </summary>
    private async ValueTask<Access?> RightsNowAsync(Watcher watcher, CentreDirectory directory, IReadOnlyList<RecordedAct> acts)
    {
        var (access, stamp) = watcher;
        if (access.IsProgram || access.IsSystem)
        {
            return acts.Any(act => act.Act == nameof(EventAct.KeyRevoked) && act.Subject == access.UserName) ? null : access.In(directory);
        }

        try
        {
            return await directories.Stands(access.UserName, stamp) ? await directories.AccessOf(access.UserName) : null;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The others are told all the same; this page connects again and asks for all that it shows.
            log.LogWarning(fault, "The rights of {UserName}, who watches, could not be looked up.", access.UserName);
            return null;
        }
    }

    private async Task<long> EndedPatientlyAsync(CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                await using var connection = await database.OpenAsync(cancel);
                return await EndedAsync(connection, cancel);
            }
            catch (Exception fault) when (IsPassing(fault))
            {
                log.LogWarning(fault, "The first change to tell could not be looked up; trying again.");
                await Task.Delay(Rhythm, cancel);
            }
        }
    }

    /// <summary>Number below which every transaction has ended.</summary>
    private static async Task<long> EndedAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var ended = new NpgsqlCommand(Ended, connection);
        return (long)(await ended.ExecuteScalarAsync(cancel))!;
    }

    private static bool IsPassing(Exception fault) => fault.IsOfDatabase() || fault is TimeoutException;
}
