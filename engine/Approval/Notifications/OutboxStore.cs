using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Persistence;
using Npgsql;

namespace ApprovalEngine.Approval.Notifications;

/// <summary>The outbox's rows: leased in batches, deleted when delivered, put off when a try failed, kept for ever when given up.</summary>
internal sealed class OutboxStore(CaseDatabase database)
{
    /// <summary>A host that dies with a message in hand gives it back to the others after so long.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    // Index (next_try_at). The lease is committed before anything goes out, so no transaction is open while others are waited for.
    private const string Claim = """
        update outbox o set next_try_at = $1 + $2, attempts = o.attempts + 1
        from (select centre_id, outbox_id from outbox where next_try_at <= $1 and (kind in ('ServiceCall', 'HttpRequest')) = $4 order by next_try_at, outbox_id limit $3 for update skip locked) due
        where o.centre_id = due.centre_id and o.outbox_id = due.outbox_id
        returning o.centre_id, o.outbox_id, o.case_id, o.kind, o.call_id, o.attempts, o.payload::text
        """;

    private const string PutOffSql = "update outbox set next_try_at = $3, last_error = $4 where centre_id = $1 and outbox_id = $2";

    private const string GiveBackSql = "update outbox set next_try_at = $3, attempts = attempts - 1 where centre_id = $1 and outbox_id = $2";

    private const string Remove = "delete from outbox where centre_id = $1 and outbox_id = $2";

    // A dead letter bears no call any more: the case goes on and must not drop it.
    private const string GiveUpSql = "update outbox set next_try_at = 'infinity', call_id = null, last_error = $3 where centre_id = $1 and outbox_id = $2";

    // The unique index on (centre, outbox) keeps a message that is delivered again from being recorded twice.
    private const string Deliver = """
        insert into delivery (centre_id, case_id, kind, recipient, subject, text, delivered_at, outbox_id) values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (centre_id, outbox_id) where outbox_id is not null do nothing
        """;

    // Index (centre, outbox) of deliveries.
    private const string Tell = """
        insert into message (centre_id, delivery_id, user_name, told_at)
        select d.centre_id, d.delivery_id, unnest($3), d.delivered_at from delivery d where d.centre_id = $1 and d.outbox_id = $2
        on conflict do nothing
        """;

    /// <summary>Leases what is due.</summary>
    /// <param name="now">The instant (UTC).</param>
    /// <param name="isOutside">Those that ask somebody outside, who may not answer; else all the others.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<List<OutboxMessageRow>> ClaimAsync(DateTimeOffset now, bool isOutside, int count, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(Claim, connection)
        {
            Parameters = { Sql.Of(now), new NpgsqlParameter<TimeSpan> { TypedValue = Lease, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Interval }, Sql.Of(count), Sql.Of(isOutside) },
        };
        var rows = await command.ListAsync(
            reader => new OutboxMessageRow(
                reader.GetInt32(0), reader.GetInt64(1), reader.GetGuid(2), reader.GetString(3), CaseFields.Whole(reader, 4), reader.GetInt32(5),
                JsonNode.Parse(reader.GetString(6))!.AsObject()),
            cancel);
        return [.. rows.OrderBy(row => row.OutboxId)];
    }

    /// <summary>Gives back what was leased and not tried.</summary>
    public async Task GiveBackAsync(IReadOnlyCollection<OutboxMessageRow> messages, DateTimeOffset until)
    {
        if (messages.Count > 0)
        {
            await SendAsync(messages.Select(message => Sql.Command(GiveBackSql, Sql.Of(message.CentreId), Sql.Of(message.OutboxId), Sql.Of(until))), CancellationToken.None);
        }
    }

    /// <summary>Records a delivery, tells the people of the centre, and takes the message out, in one transaction.</summary>
    public Task DeliveredAsync(OutboxMessageRow message, string recipient, string[] people, string subject, string text, DateTimeOffset at, CancellationToken cancel) =>
        SendAsync(
            [
                Recorded(message, recipient, subject, text, at),
                .. people.Length > 0 ? [Sql.Command(Tell, Sql.Of(message.CentreId), Sql.Of(message.OutboxId), Sql.Of(people))] : Array.Empty<NpgsqlBatchCommand>(),
                Removed(message),
            ],
            cancel);

    public Task PutOffAsync(OutboxMessageRow message, DateTimeOffset until, string error, CancellationToken cancel) =>
        SendAsync([Sql.Command(PutOffSql, Sql.Of(message.CentreId), Sql.Of(message.OutboxId), Sql.Of(until), Sql.Of(error))], cancel);

    public Task GiveUpAsync(OutboxMessageRow message, string error, CancellationToken cancel) => SendAsync([GivenUp(message, error)], cancel);

    /// <summary>Takes a message out that is dealt with.</summary>
    public Task RemoveAsync(OutboxMessageRow message, CancellationToken cancel) => SendAsync([Removed(message)], cancel);

    public static NpgsqlBatchCommand Recorded(OutboxMessageRow message, string recipient, string subject, string text, DateTimeOffset at) => Sql.Command(
        Deliver, Sql.Of(message.CentreId), Sql.Of(message.CaseId), Sql.Of(message.Kind), Sql.Of(recipient), Sql.Of(subject), Sql.Of(text), Sql.Of(at), Sql.Of(message.OutboxId));

    public static NpgsqlBatchCommand Removed(OutboxMessageRow message) => Sql.Command(Remove, Sql.Of(message.CentreId), Sql.Of(message.OutboxId));

    public static NpgsqlBatchCommand GivenUp(OutboxMessageRow message, string error) =>
        Sql.Command(GiveUpSql, Sql.Of(message.CentreId), Sql.Of(message.OutboxId), Sql.Of(error));

    private async Task SendAsync(IEnumerable<NpgsqlBatchCommand> commands, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var command in commands)
        {
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancel);
    }
}
