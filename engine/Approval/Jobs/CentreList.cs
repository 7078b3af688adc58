using ApprovalEngine.Approval.Persistence;
using Npgsql;

namespace ApprovalEngine.Approval.Jobs;

/// <summary>The centres, for jobs that go through all of them.</summary>
internal static class CentreList
{
    public static async Task<IReadOnlyList<int>> Read(NpgsqlDataSource database, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select centre_id from centre order by centre_id");
        return await command.ListAsync(reader => reader.GetInt32(0), cancel);
    }
}
