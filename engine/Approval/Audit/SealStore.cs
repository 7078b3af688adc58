using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Persistence;
using Npgsql;

namespace ApprovalEngine.Approval.Audit;

/// <summary>Reads the seals of a centre.</summary>
public sealed class SealStore(NpgsqlDataSource database)
{
    private const string Fields = "centre_id, seal_no, at, from_no, to_no, row_count, root, event_count, events_root, previous, hash";

    // Primary key.
    private const string After = $"select {Fields} from audit_seal where centre_id = $1 and seal_no > $2 order by seal_no limit $3";

    private const string Last = $"select {Fields} from audit_seal where centre_id = $1 order by seal_no desc limit 1";

    private const string LastOfAll = $"select s.* from centre c cross join lateral (select {Fields} from audit_seal where centre_id = c.centre_id order by seal_no desc limit 1) s order by c.centre_id";

    private const string OfCase = $"""
        select {Fields} from audit_seal, (select min(transaction_no) first, max(transaction_no) last from audit where centre_id = $1 and case_id = $3) rows
        where centre_id = $1 and seal_no > $2 and to_no > rows.first and from_no <= rows.last order by seal_no
        """;

    private const string Contents = "select contents from audit_seal where centre_id = $1 and seal_no = $2";

    /// <summary>The last seal; null before the first.</summary>
    public async Task<Seal?> LastAsync(int centreId, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return await LastAsync(connection, centreId, cancel);
    }

    /// <summary>The last seal of each centre.</summary>
    public async Task<IReadOnlyList<Seal>> LastOfAllAsync(CancellationToken cancel)
    {
        await using var command = database.CreateCommand(LastOfAll);
        return await command.ListAsync(Read, cancel);
    }

    /// <summary>Seals after a number, in order.</summary>
    public async Task<IReadOnlyList<Seal>> AfterAsync(int centreId, int sealNo, int take, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return await AfterAsync(connection, centreId, sealNo, take, cancel);
    }

    internal static async Task<Seal?> LastAsync(NpgsqlConnection connection, int centreId, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Last, connection) { Parameters = { Sql.Of(centreId) } };
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? Read(reader) : null;
    }

    internal static async Task<IReadOnlyList<Seal>> AfterAsync(NpgsqlConnection connection, int centreId, int sealNo, int take, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(After, connection) { Parameters = { Sql.Of(centreId), Sql.Of(sealNo), Sql.Of(take) } };
        return await command.ListAsync(Read, cancel);
    }

    /// <summary>Seals after a number that may cover rows of one case: those from its first row to its last, without a gap.</summary>
    internal static async Task<IReadOnlyList<Seal>> OfCaseAsync(NpgsqlConnection connection, int centreId, Guid caseId, int sealNo, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(OfCase, connection) { Parameters = { Sql.Of(centreId), Sql.Of(sealNo), Sql.Of(caseId) } };
        return await command.ListAsync(Read, cancel);
    }

    /// <exception cref="RuleBrokenException">There is no such seal.</exception>
    internal static async Task<Seal> RequireAsync(NpgsqlConnection connection, int centreId, int sealNo, CancellationToken cancel) =>
        await AfterAsync(connection, centreId, sealNo - 1, 1, cancel) is [{ } seal] && seal.No == sealNo
            ? seal
            : throw new RuleBrokenException("SealUnknown", $"There is no seal {sealNo}.", "sinceSeal");

    internal static async Task<byte[]?> ContentsAsync(NpgsqlConnection connection, Seal seal, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Contents, connection) { Parameters = { Sql.Of(seal.CentreId), Sql.Of(seal.No) } };
        return await command.ExecuteScalarAsync(cancel) as byte[];
    }

    private static Seal Read(NpgsqlDataReader reader) => new(
        reader.GetInt32(0), reader.GetInt32(1), reader.GetFieldValue<DateTimeOffset>(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt32(5),
        reader.GetFieldValue<byte[]>(6), reader.GetInt32(7), reader.GetFieldValue<byte[]>(8), reader.GetFieldValue<byte[]>(9), reader.GetFieldValue<byte[]>(10));
}
