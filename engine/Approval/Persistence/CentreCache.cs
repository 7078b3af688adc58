using System.Collections.Concurrent;
using Npgsql;

namespace ApprovalEngine.Approval.Persistence;

/// <summary>
/// What a centre's steps read all the time and administrators change seldom. Each change counts up a version in the centre's row, in the
/// same transaction; a copy is checked against it at most once a second, so that every host follows without being told.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="versionColumn">Column of centre that counts the changes.</param>
/// <param name="load">Loads a centre's copy; it is given the version it is loaded for.</param>
internal sealed class CentreCache<T>(NpgsqlDataSource database, string versionColumn, Func<int, int, CancellationToken, Task<T>> load)
    where T : class
{
    private const long CheckEveryMilliseconds = 1000;
    private readonly ConcurrentDictionary<int, Copy> copies = new();

    /// <summary>How often each centre's copy was expired: a copy that was under way meanwhile may be older than the change.</summary>
    private readonly ConcurrentDictionary<int, int> expiries = new();

    /// <summary>The centre's copy, at most a second old.</summary>
    public ValueTask<T> Of(int centreId, CancellationToken cancel = default) =>
        copies.TryGetValue(centreId, out var copy) && Environment.TickCount64 - copy.CheckedAt < CheckEveryMilliseconds
            ? ValueTask.FromResult(copy.Value)
            : new ValueTask<T>(Refresh(centreId, cancel));

    /// <summary>The centre's copy, at most a second old, and not older than a version that was read of the centre.</summary>
    public ValueTask<T> Of(int centreId, int atLeast, CancellationToken cancel = default)
    {
        if (copies.TryGetValue(centreId, out var copy) && copy.Version < atLeast)
        {
            Distrust(centreId);
        }

        return Of(centreId, cancel);
    }

    /// <summary>Has the copy checked before its next use: called where the change was made.</summary>
    public void Expire(int centreId)
    {
        expiries.AddOrUpdate(centreId, 1, (_, times) => times + 1);
        Distrust(centreId);
    }

    private void Distrust(int centreId)
    {
        while (copies.TryGetValue(centreId, out var copy) && !copies.TryUpdate(centreId, copy with { CheckedAt = long.MinValue / 2 }, copy))
        {
            // Somebody else put a copy there in between: that one expires.
        }
    }

    private async Task<T> Refresh(int centreId, CancellationToken cancel)
    {
        var (checkedAt, expired) = (Environment.TickCount64, expiries.GetValueOrDefault(centreId));
        var version = await VersionOf(centreId, cancel);
        var value = copies.TryGetValue(centreId, out var copy) && copy.Version == version ? copy.Value : await load(centreId, version, cancel);
        var fresh = new Copy(value, version, checkedAt);

        // Two may load at once; the older copy never replaces the newer one.
        var newest = copies.AddOrUpdate(centreId, fresh, (_, known) => known.Version > version ? known : fresh);
        if (expiries.GetValueOrDefault(centreId) != expired)
        {
            Distrust(centreId);
        }

        return newest.Value;
    }

    private async Task<int> VersionOf(int centreId, CancellationToken cancel)
    {
        await using var command = database.CreateCommand($"select {versionColumn} from centre where centre_id = $1");
        command.Parameters.Add(new() { Value = centreId });
        return await command.ExecuteScalarAsync(cancel) as int? ?? throw new Errors.NotFoundException("Centre", centreId);
    }

    private sealed record Copy(T Value, int Version, long CheckedAt);
}
