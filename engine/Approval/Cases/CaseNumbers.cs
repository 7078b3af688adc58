using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>
/// Running numbers of new cases, by item and local date. Who asks while a request for the same item is under way shares the next one.
/// Numbers count on even when the case is not written in the end: none is used again, gaps do not matter.
/// </summary>
public sealed class CaseNumbers(CaseDatabase database)
{
    private const string Take = """
        insert into case_counter (centre_id, item_id, on_date, last) values ($1, $2, $3, $4)
        on conflict (centre_id, item_id, on_date) do update set last = case_counter.last + excluded.last
        returning last
        """;

    private readonly Lock gate = new();
    private readonly Dictionary<Counter, List<TaskCompletionSource<int>>> waiting = [];

    /// <summary>Takes the next number.</summary>
    public async Task<int> TakeAsync(int centreId, int itemId, DateOnly on, CancellationToken cancel)
    {
        var counter = new Counter(centreId, itemId, on);
        var mine = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (IsFirst(counter, mine))
        {
            await DriveAsync(counter, [mine]);
        }

        return await mine.Task.WaitAsync(cancel);
    }

    private bool IsFirst(Counter counter, TaskCompletionSource<int> mine)
    {
        lock (gate)
        {
            if (waiting.TryGetValue(counter, out var line))
            {
                line.Add(mine);
                return false;
            }

            waiting.Add(counter, []);
            return true;
        }
    }

    /// <summary>Answers a group; those who came meanwhile are answered by somebody else than the caller.</summary>
    private async Task DriveAsync(Counter counter, List<TaskCompletionSource<int>> group)
    {
        try
        {
            var last = await AddAsync(counter, group.Count);
            for (var i = 0; i < group.Count; i++)
            {
                group[i].SetResult(last - group.Count + 1 + i);
            }
        }
        catch (Exception fault)
        {
            group.ForEach(one => one.SetException(fault));
        }

        if (Next(counter) is { } next)
        {
            _ = Task.Run(() => DriveAsync(counter, next));
        }
    }

    private List<TaskCompletionSource<int>>? Next(Counter counter)
    {
        lock (gate)
        {
            if (waiting[counter] is { Count: > 0 } line)
            {
                waiting[counter] = [];
                return line;
            }

            waiting.Remove(counter);
            return null;
        }
    }

    private async Task<int> AddAsync(Counter counter, int count)
    {
        await using var connection = await database.OpenForNumbersAsync();
        await using var command = new NpgsqlCommand(Take, connection) { Parameters = { Sql.Of(counter.CentreId), Sql.Of(counter.ItemId), Sql.Of(counter.On), Sql.Of(count) } };
        await command.PrepareAsync();
        return (int)(await command.ExecuteScalarAsync())!;
    }

    private readonly record struct Counter(int CentreId, int ItemId, DateOnly On);
}
