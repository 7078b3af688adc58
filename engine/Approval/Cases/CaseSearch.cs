using System.Web;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>Which of the cases that a person may see a filter leaves: one condition for the list, its count and its export.</summary>
internal sealed class CaseSearch(OrgDirectory directories, ItemStore items, CalendarStore calendars, TimeProvider clock)
{
    /// <summary>Number of parameters; a query's own begin after them.</summary>
    public const int Count = 20;

    // A case's id begins with the instant of its receipt: newest first is the primary key backwards.
    public const string Condition = $"""
        {CaseScope.Condition}
            and ($11::uuid is null or c.case_id < $11)
            and ($12::smallint is null or c.status = $12)
            and ($13::int is null or c.item_id = $13)
            and ($14::int[] is null or c.unit_id = any($14))
            and ($15::smallint is null or c.channel = $15)
            and ($16::timestamptz is null or c.received_at >= $16)
            and ($17::timestamptz is null or c.received_at < $17)
            and ($18::boolean is null or (c.status < 7 and c.due_at < $19) = $18)
            and ($20::text is null or starts_with(c.case_no, upper($20)) or starts_with(c.external_no, $20) or strpos(p.name, $20) > 0)
        """;

    /// <summary>The order of the list, and how many rows of it ($6).</summary>
    public const string Page = "order by c.case_id desc limit $6";

    /// <summary>The condition's parameters.</summary>
    /// <param name="access">Who asks.</param>
    /// <param name="filter">What to show.</param>
    /// <param name="after">Where the page begins; null for the first.</param>
    /// <param name="limit">Rows to read.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<NpgsqlParameter[]> ParametersAsync(Access access, CaseFilter filter, string? after, int limit, CancellationToken cancel)
    {
        var directory = await directories.Of(access.CentreId, cancel);
        var calendar = await calendars.Of(access.CentreId, cancel);
        var item = filter.Item is { } code ? (await items.Of(access.CentreId, code, cancel)).ItemId : (int?)null;
        var units = filter.Unit is { } unit ? directory.Units.Where(one => one.IsWithin(directory.Unit(unit).Path)).Select(one => one.UnitId).ToArray() : null;
        var scope = CaseScope.Parameters(access, directory);
        scope[5] = Sql.Of(limit);
        return
        [
            .. scope, Sql.Nullable(Cursor.CaseOf(after)), Sql.Nullable((short?)Named<CaseStatus>(filter.Status, "status")), Sql.Nullable(item), Sql.Of(units),
            Sql.Nullable((short?)Named<Channel>(filter.Channel, "channel")), Sql.Nullable(Begins(filter.ReceivedFrom)),
            Sql.Nullable(Begins(filter.ReceivedTo?.AddDays(1))), Sql.Nullable(filter.IsOverdue), Sql.Of(clock.GetUtcNow()), Sql.Of(Scanned(filter.Search)),
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
