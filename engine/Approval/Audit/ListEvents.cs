using System.Globalization;
using System.Text.Json;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Cases;
using MediatR;
using Npgsql;

namespace ApprovalEngine.Approval.Audit;

/// <summary>What happened outside cases: administration, sign-ins, exports, who looked at what; the latest first unless the filter asks otherwise.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Filter">What narrows the list.</param>
/// <param name="After">Where the page begins; null for the first.</param>
/// <param name="Take">Page size.</param>
public sealed record ListEvents(Access Access, EventFilter Filter, string? After, int Take) : IRequest<Page<EventListed>>;

/// <summary>How many of them there are.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Filter">What narrows the list.</param>
public sealed record CountEvents(Access Access, EventFilter Filter) : IRequest<long>;

internal sealed class ListEventsHandler(NpgsqlDataSource database, AuditScope scope, EventSubjects subjects) : IRequestHandler<ListEvents, Page<EventListed>>, IRequestHandler<CountEvents, long>
{
    // A subject is compared byte by byte, the names of flows are not. Index (centre_id, at); of one subject (centre_id, subject, at), of one act or person likewise. An administrator sees no event about a case without auditing its unit.
    private const string Events = """
        select e.event_id, e.at, e.actor, e.act, e.subject, e.payload::text, c.case_no, f.name
        from admin_event e
            cross join lateral (select case when e.subject ~ '^case/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}' then substr(e.subject, 6, 36)::uuid end case_id) s
            left join cases c on c.centre_id = e.centre_id and c.case_id = s.case_id
            left join flow_definition f on f.centre_id = e.centre_id and f.definition_id = e.subject collate "default" and f.is_latest
        where e.centre_id = $1
            and case when s.case_id is null then $3 or e.actor = any($4) else coalesce(c.unit_id = any($2), false) end
            and ($5::text is null or e.act = $5) and ($6::text[] is null or e.actor = any($6))
            and ($7::text is null or starts_with(e.subject, $7)) and ($13::text[] is null or e.subject ^@ any($13) or e.subject = any($14))
            and ($8::timestamptz is null or e.at >= $8) and ($9::timestamptz is null or e.at <= $9)
            and ($10::timestamptz is null or (e.at, e.event_id)
        """;

    private const string Newest = $"{Events} < ($10, $11)) order by e.at desc, e.event_id desc limit $12";

    private const string Oldest = $"{Events} > ($10, $11)) order by e.at, e.event_id limit $12";

    public async Task<Page<EventListed>> Handle(ListEvents asked, CancellationToken cancellationToken)
    {
        FilterValue.Require(asked.Filter.Sort, "sort");
        var take = Cursor.Take(asked.Take);
        await using var command = await Command(asked.Filter.Sort == EventSort.Oldest ? Oldest : Newest, asked.Access, asked.Filter, After(asked.After), take + 1, cancellationToken);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var events = new List<EventListed>();
        while (await row.ReadAsync(cancellationToken))
        {
            events.Add(new EventListed(
                row.GetInt64(0), row.GetFieldValue<DateTimeOffset>(1), row.GetString(2), row.GetString(3), row.GetString(4), JsonSerializer.Deserialize<JsonElement>(row.GetString(5)), CaseFields.Text(row, 6))
            {
                FlowName = CaseFields.Text(row, 7),
            });
        }

        return Pages.Of(events, take, last => Cursor.Write(last.At.ToString("O", CultureInfo.InvariantCulture), last.EventId.ToString(CultureInfo.InvariantCulture)));
    }

    public async Task<long> Handle(CountEvents asked, CancellationToken cancellationToken)
    {
        await using var command = await Command($"select count(*) from ({Newest}) listed", asked.Access, asked.Filter, (null, 0), null, cancellationToken);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task<NpgsqlCommand> Command(string sql, Access access, EventFilter filter, (DateTimeOffset? At, long EventId) after, int? limit, CancellationToken cancel)
    {
        var seen = await scope.EventsAsync(access, cancel);
        var actors = await subjects.ActorsAsync(access.CentreId, filter.Actor, cancel);
        var about = await subjects.SubjectsAsync(access.CentreId, filter.Subject, cancel);
        NpgsqlParameter[] values =
        [
            Sql.Of(access.CentreId), Sql.Of(seen.Units), Sql.Of(seen.IsWhole), Sql.Of(seen.People), Sql.Of(filter.Act), Sql.Of(actors),
            Sql.Of(about is ([var only], []) ? only : null),
            Sql.Nullable(filter.From?.ToUniversalTime()), Sql.Nullable(filter.To?.ToUniversalTime()), Sql.Nullable(after.At), Sql.Of(after.EventId), Sql.Nullable(limit),
            Sql.Of(about is ([_], []) ? null : about?.Beginnings), Sql.Of(about?.Whole),
        ];
        var command = database.CreateCommand(sql);
        command.Parameters.AddRange(values);
        return command;
    }

    private static (DateTimeOffset? At, long EventId) After(string? cursor)
    {
        if (cursor is null)
        {
            return (null, 0);
        }

        var parts = Cursor.Read(cursor, 2);
        return DateTimeOffset.TryParseExact(parts[0], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var eventId)
            ? (at, eventId)
            : throw Cursor.Invalid();
    }
}
