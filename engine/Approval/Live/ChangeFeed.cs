using System.Collections.Concurrent;
using System.Threading.Channels;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ApprovalEngine.Approval.Live;

/// <summary>
/// Tells open pages which cases changed, on whatever host that happened. While somebody watches, the trail's new rows are looked up once a
/// second and centre, by transaction number as the seals do: steps pay nothing for it.
/// </summary>
public sealed class ChangeFeed(CaseDatabase database, OrgDirectory directories, ILogger<ChangeFeed> log)
{
    private const int MostWaiting = 256;
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(1);

    private const string Ended = "select ended_transaction_no()";

    // The trail's block-range index finds the rows, primary keys the rest.
    private const string Changes = """
        select c.case_id, c.unit_id, c.window_id,
            array(select distinct t.unit_id from task_open t where t.centre_id = c.centre_id and t.case_id = c.case_id),
            array(select t.assignee from task_open t where t.centre_id = c.centre_id and t.case_id = c.case_id and t.assignee is not null
                union select t.offered_user from task_open t where t.centre_id = c.centre_id and t.case_id = c.case_id and t.offered_user is not null
                union select d.closed_by from task_closed d where d.centre_id = c.centre_id and d.case_id = c.case_id and d.closed_by is not null
                union select y.user_name from case_copy y where y.centre_id = c.centre_id and y.case_id = c.case_id)
        from (select distinct case_id from audit where centre_id = $1 and transaction_no >= $2 and transaction_no < $3) a
            join cases c on c.centre_id = $1 and c.case_id = a.case_id
        """;

    private readonly ConcurrentDictionary<int, Watchers> centres = new();

    /// <summary>
    /// The cases that may concern the person and change after this has answered, in batches; ends with the token. A database that is away is
    /// waited for.
    /// </summary>
    public async Task<ChannelReader<IReadOnlyList<Guid>>> WatchAsync(Access access, CancellationToken cancel)
    {
        // Where the looking begins is known before anybody is told that they watch, however late the first look comes.
        var from = await EndedPatientlyAsync(cancel);

        // Whoever reads too slowly loses the oldest: the page asks again for what it shows anyway.
        var channel = System.Threading.Channels.Channel.CreateBounded<IReadOnlyList<Guid>>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });
        var watchers = centres.GetOrAdd(access.CentreId, _ => new Watchers());
        if (watchers.Add(channel.Writer, access))
        {
            _ = LookAsync(access.CentreId, watchers, from);
        }

        cancel.Register(() =>
        {
            watchers.Remove(channel.Writer);
            channel.Writer.TryComplete();
        });
        return channel.Reader;
    }

    private async Task LookAsync(int centreId, Watchers watchers, long from)
    {
        while (watchers.GoOn())
        {
            try
            {
                from = await LookOnceAsync(centreId, from, watchers);
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

    private async Task<long> LookOnceAsync(int centreId, long from, Watchers watchers)
    {
        await using var connection = await database.OpenAsync(CancellationToken.None);
        var to = await EndedAsync(connection, CancellationToken.None);
        if (to > from)
        {
            watchers.Tell(await ChangesAsync(connection, centreId, from, to));
        }

        return to;
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

    private async Task<List<ChangedCase>> ChangesAsync(NpgsqlConnection connection, int centreId, long from, long to)
    {
        var directory = await directories.Of(centreId);
        await using var command = new NpgsqlCommand(Changes, connection) { Parameters = { Sql.Of(centreId), Sql.Of(from), Sql.Of(to) } };
        return await command.ListAsync(
            reader =>
            {
                int[] units = [reader.GetInt32(1), .. CaseFields.Whole(reader, 2) is { } window ? [window] : Array.Empty<int>(), .. reader.GetFieldValue<int[]>(3)];
                return new ChangedCase(reader.GetGuid(0), [.. units.Distinct().Select(directory.Unit)], reader.GetFieldValue<string[]>(4));
            },
            CancellationToken.None);
    }
}
