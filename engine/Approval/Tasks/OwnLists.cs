using System.Text.Json;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>Reads and keeps what people keep for themselves; nobody reaches another's.</summary>
internal sealed class OwnLists(CaseDatabase database)
{
    // Primary key (centre, user, kind).
    private const string Read = "select version, entries::text from own_list where centre_id = $1 and user_name = $2 and kind = $3";

    // Two windows of one person: the second finds another version than the one it began with, and changes nothing.
    private const string Replace = """
        insert into own_list (centre_id, user_name, kind, version, entries) values ($1, $2, $3, 1, $4)
        on conflict (centre_id, user_name, kind) do update set version = own_list.version + 1, entries = excluded.entries where own_list.version = $5
        returning version
        """;

    /// <summary>A person's list and its version; version 0 before one was kept.</summary>
    public async Task<(int Version, IReadOnlyList<T> Entries)> ReadAsync<T>(Access access, OwnListKind kind, CancellationToken cancel)
    {
        var found = await database.ListAsync(
            Read, reader => (reader.GetInt32(0), JsonSerializer.Deserialize<IReadOnlyList<T>>(reader.GetString(1), JsonText.Options)!), cancel,
            Sql.Of(access.CentreId), Sql.Of(access.UserName), Sql.Of((short)kind));
        return found.Count > 0 ? found[0] : (0, []);
    }

    /// <summary>Puts a list in the place of the one of a version.</summary>
    /// <returns>The new version.</returns>
    /// <exception cref="ConflictException">It has been changed since.</exception>
    public async Task<int> ReplaceAsync<T>(Access access, OwnListKind kind, int buildsOn, IReadOnlyList<T> entries, CancellationToken cancel)
    {
        var kept = await database.ListAsync(
            Replace, reader => reader.GetInt32(0), cancel,
            Sql.Of(access.CentreId), Sql.Of(access.UserName), Sql.Of((short)kind), Sql.Json(JsonSerializer.Serialize(entries, JsonText.Options)), Sql.Of(buildsOn));
        return kept.Count > 0 ? kept[0] : throw new ConflictException("OwnListMovedOn", "This list was changed in another window meanwhile; look at it again.");
    }
}
