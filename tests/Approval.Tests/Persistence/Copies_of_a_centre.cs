using ApprovalEngine.Approval.Persistence;
using Npgsql;

namespace Approval.Tests.Persistence;

public sealed class Copies_of_a_centre(PostgresServer server) : CentreTest(server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task are_loaded_anew_when_a_change_came_while_they_were_loaded()
    {
        await using var database = NpgsqlDataSource.Create(ConnectionString);
        var (begun, goOn, loaded) = (new TaskCompletionSource(), new TaskCompletionSource(), new List<int>());
        var cache = new CentreCache<string>(database, "organisation_version", async (_, version, _) =>
        {
            loaded.Add(version);
            begun.TrySetResult();
            await goOn.Task;
            return $"version {version}";
        });

        var first = cache.Of(Admin.CentreId, Cancel).AsTask();
        await begun.Task.WaitAsync(Cancel);
        await using var change = database.CreateCommand("update centre set organisation_version = organisation_version + 1");
        await change.ExecuteNonQueryAsync(Cancel);
        cache.Expire(Admin.CentreId);
        goOn.SetResult();
        await first;

        await cache.Of(Admin.CentreId, Cancel);
        await cache.Of(Admin.CentreId, Cancel);

        loaded.Should().HaveCount(2, "who made the change sees it at once, and nobody loads more often than needed");
        loaded[1].Should().Be(loaded[0] + 1);
    }
}
