using System.Web;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Cases;
using MediatR;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

internal sealed class FindCasesHandler(CaseDatabase database, OrgDirectory directories, ItemStore items, CalendarStore calendars, TimeProvider clock)
    : IRequestHandler<FindCases, Page<CaseListed>>
{
    // A case's id begins with the instant of its receipt: newest first is the primary key backwards.
    private const string Find = $"""
        select {CaseListing.Select} from {CaseFields.From}
        where {CaseScope.Condition}
            and ($11::uuid is null or c.case_id < $11)
            and ($12::smallint is null or c.status = $12)
            and ($13::int is null or c.item_id = $13)
            and ($14::int[] is null or c.unit_id = any($14))
            and ($15::smallint is null or c.channel = $15)
            and ($16::timestamptz is null or c.received_at >= $16)
            and ($17::timestamptz is null or c.received_at < $17)
            and ($18::boolean is null or (c.status < 7 and c.due_at < $19) = $18)
            and ($20::text is null or starts_with(c.case_no, upper($20)) or starts_with(c.external_no, $20) or strpos(p.name, $20) > 0)
        order by c.case_id desc
        limit $6
        """;

    public async Task<Page<CaseListed>> Handle(FindCases query, CancellationToken cancellationToken)
    {
        var directory = await directories.Of(query.Access.CentreId, cancellationToken);
        var now = clock.GetUtcNow();
        var take = Cursor.Take(query.Take);
        var scope = CaseScope.Parameters(query.Access, directory);
        scope[5] = Sql.Of(take + 1);
        var rows = await database.ListAsync(Find, CaseListing.Read, cancellationToken, [.. scope, .. await FilterAsync(query, directory, now)]);
        var listed = new List<CaseListed>(rows.Count);
        foreach (var row in rows)
        {
            listed.Add(row.Listed(directory, await items.Of(query.Access.CentreId, row.ItemId, row.ItemVersion, cancellationToken), now));
        }

        return Pages.Of(listed, take, last => Cursor.OfCase(last.CaseId));
    }

    private async Task<NpgsqlParameter[]> FilterAsync(FindCases query, CentreDirectory directory, DateTimeOffset now)
    {
        var filter = query.Filter;
        var calendar = await calendars.Of(query.Access.CentreId);
        var item = filter.Item is { } code ? (await items.Of(query.Access.CentreId, code)).ItemId : (int?)null;
        var units = filter.Unit is { } unit ? directory.Units.Where(one => one.IsWithin(directory.Unit(unit).Path)).Select(one => one.UnitId).ToArray() : null;
        return
        [
            Sql.Nullable(Cursor.CaseOf(query.After)), Sql.Nullable((short?)Named<CaseStatus>(filter.Status, "status")), Sql.Nullable(item), Sql.Of(units),
            Sql.Nullable((short?)Named<Channel>(filter.Channel, "channel")), Sql.Nullable(Begins(filter.ReceivedFrom)),
            Sql.Nullable(Begins(filter.ReceivedTo?.AddDays(1))), Sql.Nullable(filter.IsOverdue), Sql.Of(now), Sql.Of(Scanned(filter.Search)),
        ];

        DateTimeOffset? Begins(DateOnly? on) => on is { } date ? calendar.BeginsAt(date) : null;
    }

    /// <summary>What a scanner types of a receipt's QR code is an address; the case number stands in it.</summary>
    private static string? Scanned(string? search) =>
        Uri.TryCreate(search, UriKind.Absolute, out var address) && HttpUtility.ParseQueryString(address.Query)["number"] is { Length: > 0 } number ? number : search;

    private static T? Named<T>(string? name, string field)
        where T : struct, Enum => name is null ? null
        : Enum.TryParse<T>(name, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value
        : throw new RuleBrokenException("FilterInvalid", $"'{name}' is none of {string.Join(", ", Enum.GetNames<T>())}.", field);
}
