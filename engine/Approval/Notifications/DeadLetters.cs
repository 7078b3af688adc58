using System.Globalization;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Jobs;
using ApprovalEngine.Contracts.Organisation;
using MediatR;

namespace ApprovalEngine.Approval.Notifications;

/// <summary>Messages that were given up, oldest first; they stay until somebody decides.</summary>
/// <param name="Access">Who asks: an administrator of the whole centre, whose errors they are.</param>
/// <param name="After">The `next` of the page before.</param>
/// <param name="Take">How many.</param>
public sealed record DeadLetters(Access Access, string? After, int Take) : IRequest<Page<DeadLetter>>
{
    /// <summary>Only those of a kind, as <see cref="DeadLetter.Kind"/> names it; null for all.</summary>
    public string? Kind { get; init; }
}

internal sealed class DeadLettersHandler(CaseDatabase database, OrgDirectory directories) : IRequestHandler<DeadLetters, Page<DeadLetter>>
{
    // Index (next_try_at): given up means due at infinity.
    private const string Find = """
        select o.outbox_id, o.case_id, c.case_no, o.kind, o.attempts, o.last_error, o.created_at
        from outbox o join cases c on c.centre_id = o.centre_id and c.case_id = o.case_id
        where o.centre_id = $1 and o.next_try_at = 'infinity' and o.outbox_id > $2 and ($4::text is null or o.kind = $4)
        order by o.outbox_id limit $3
        """;

    public async Task<Page<DeadLetter>> Handle(DeadLetters query, CancellationToken cancellationToken)
    {
        query.Access.RequireAt(Role.Administrator, (await directories.Of(query.Access.CentreId, cancellationToken)).Root);
        var take = Cursor.Take(query.Take);
        var letters = await database.ListAsync(
            Find,
            reader => new DeadLetter(
                reader.GetInt64(0), reader.GetGuid(1), reader.GetString(2), reader.GetString(3), reader.GetInt32(4), CaseFields.Text(reader, 5), reader.GetFieldValue<DateTimeOffset>(6)),
            cancellationToken, Sql.Of(query.Access.CentreId), Sql.Of(After(query.After)), Sql.Of(take + 1), Sql.Of(KindOf(query.Kind)));
        return Pages.Of(letters, take, last => Cursor.Write(last.OutboxId.ToString(CultureInfo.InvariantCulture)));
    }

    private static string? KindOf(string? asked) => asked is null ? null
        : DeadLetter.Kinds.FirstOrDefault(kind => kind.Equals(asked, StringComparison.OrdinalIgnoreCase))
            ?? throw new RuleBrokenException("FilterInvalid", $"'{asked}' is none of {string.Join(", ", DeadLetter.Kinds)}.", "kind");

    private static long After(string? cursor) =>
        cursor is null ? 0 : long.TryParse(Cursor.Read(cursor, 1)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var outboxId) ? outboxId : throw Cursor.Invalid();
}
