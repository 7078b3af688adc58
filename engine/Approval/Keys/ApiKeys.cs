using System.Security.Cryptography;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;
using Npgsql;

namespace ApprovalEngine.Approval.Keys;

/// <summary>Who a program is by its key, looked up at every request: a revoked or expired key opens nothing from then on, on any host.</summary>
public sealed class ApiKeys(NpgsqlDataSource database, CalendarStore calendars, TimeProvider time)
{
    /// <summary>What every key begins with.</summary>
    public const string Prefix = "approval_";

    /// <summary>How exactly the last use is kept: a program that asks all day does not write all day.</summary>
    private static readonly TimeSpan UseGrain = TimeSpan.FromMinutes(1);

    // Unique index (code).
    private const string Find = """
        select k.centre_id, k.key_id, k.program, k.hash, k.expires_on, k.last_used_at, g.role, g.unit_id, u.path
        from api_key k
        join api_key_grant g on g.centre_id = k.centre_id and g.key_id = k.key_id
        join org_unit u on u.centre_id = g.centre_id and u.unit_id = g.unit_id
        where k.code = $1 and k.revoked_at is null
        """;

    // There are as many keys as there are programs: a scan of a small table.
    private const string Given = "select count(*) from api_key where centre_id = $1 and given_by = $2 and revoked_at is null and expires_on >= $3";

    private const string Use = "update api_key set last_used_at = $3 where centre_id = $1 and key_id = $2";

    /// <summary>The part of a key that may be listed and logged; null for what is no key.</summary>
    public static string? CodeOf(string key) => KeyText.Read(key)?.Code;

    /// <summary>The rights of the program whose key it is; null for a key that opens nothing.</summary>
    public async Task<Access?> AccessOf(string key, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (KeyText.Read(key) is not { } text || await FindAsync(text, cancel) is not { } known
            || known.ExpiresOn < (await calendars.Of(known.CentreId, cancel)).LocalDate(now))
        {
            return null;
        }

        if (known.LastUsedAt is not { } last || now - last >= UseGrain)
        {
            await using var use = database.CreateCommand(Use);
            use.Parameters.AddRange((NpgsqlParameter[])[Sql.Of(known.CentreId), Sql.Of(known.KeyId), Sql.Of(now)]);
            await use.ExecuteNonQueryAsync(cancel);
        }

        return new Access(Actors.Program + known.Program, known.CentreId, [.. known.Grants], []) { IsProgram = true };
    }

    /// <summary>How many keys a person gave that are good.</summary>
    public async Task<int> GoodOnesOf(int centreId, string userName, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(Given);
        command.Parameters.AddRange((NpgsqlParameter[])[Sql.Of(centreId), Sql.Of(userName), Sql.Of((await calendars.Of(centreId, cancel)).LocalDate(time.GetUtcNow()))]);
        return (int)(long)(await command.ExecuteScalarAsync(cancel))!;
    }

    private async Task<Known?> FindAsync(KeyText text, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(Find);
        command.Parameters.Add(Sql.Of(text.Code));
        await using var rows = await command.ExecuteReaderAsync(cancel);
        Known? known = null;
        while (await rows.ReadAsync(cancel))
        {
            if (known is null && !CryptographicOperations.FixedTimeEquals(rows.GetFieldValue<byte[]>(3), text.Hash))
            {
                return null;
            }

            known ??= new(rows.GetInt32(0), rows.GetInt32(1), rows.GetString(2), rows.GetFieldValue<DateOnly>(4), await rows.IsDBNullAsync(5, cancel) ? null : rows.GetFieldValue<DateTimeOffset>(5), []);
            known.Grants.Add(new(Enum.Parse<Role>(rows.GetString(6)), rows.GetInt32(7), rows.GetString(8)));
        }

        return known;
    }

    private sealed record Known(int CentreId, int KeyId, string Program, DateOnly ExpiresOn, DateTimeOffset? LastUsedAt, List<Grant> Grants);
}
