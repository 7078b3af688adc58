using System.Web;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>Which of the cases that a person may see a filter leaves: one question for the list, its count and its export.</summary>
internal sealed class CaseSearch(OrgDirectory directories, ItemStore items, CalendarStore calendars, TimeProvider clock)
{
    private const int LeastOfNumber = 3;

    // What $20 may be: the beginning of a number, the end of one (at least three characters that may stand there, in index
    // ix_cases_case_no_reversed), or a part of a name, found by its letters in index ix_applicant_name_grams.
    private static readonly string[] Meanings =
    [
        "starts_with(c.case_no, upper($20))",
        "starts_with(c.external_no, $20)",
        "$18::text is not null and starts_with(reverse(c.case_no), $18)",
        "c.applicant_id in (select p.applicant_id from applicant p where p.centre_id = $1 and name_grams(p.name) @> name_grams($20) and strpos(lower(p.name), lower($20)) > 0)",
    ];

    /// <summary>Selects columns of the page's cases, in the order that the filter asks for.</summary>
    /// <param name="columns">What of rows <c>c</c> and their applicants <c>p</c>.</param>
    /// <param name="access">Who asks.</param>
    /// <param name="filter">What to show.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<string> RowsAsync(string columns, Access access, CaseFilter filter, CancellationToken cancel) =>
        $"select {columns} from {CaseFields.From} where c.centre_id = $1 and c.case_id in (select w.case_id from ({await IdsAsync(access, filter, cancel)}) w) {Page(filter)}";

    /// <summary>Counts the cases.</summary>
    /// <param name="access">Who asks.</param>
    /// <param name="filter">What to count.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<string> CountAsync(Access access, CaseFilter filter, CancellationToken cancel) =>
        $"select count(*) from ({await IdsAsync(access, filter, cancel)}) counted";

    /// <summary>The parameters of either, $1 to $26; a query's own begin after them.</summary>
    /// <param name="access">Who asks.</param>
    /// <param name="filter">What to show.</param>
    /// <param name="after">Where the page begins; null for the first.</param>
    /// <param name="limit">Rows to read; null for all.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<NpgsqlParameter[]> ParametersAsync(Access access, CaseFilter filter, string? after, int? limit, CancellationToken cancel)
    {
        Period.Require(filter.ReceivedFrom, filter.ReceivedTo);
        Period.Require(filter.DueOn, filter.DueOn);
        FilterValue.Require(filter.Urgency, "urgency");
        FilterValue.Require(filter.Sort, "sort");
        var directory = await directories.Of(access.CentreId, cancel);
        var calendar = await calendars.Of(access.CentreId, cancel);
        var item = filter.Item is { } code ? (await items.Of(access.CentreId, code, cancel)).ItemId : (int?)null;
        var units = filter.Unit is { } unit ? [.. directory.Units.Where(one => one.IsWithin(directory.Unit(unit).Path)).Select(one => one.UnitId)]
            : IsByUnit(filter) ? directory.Units.Select(one => one.UnitId).ToArray()
            : null;
        var scope = CaseScope.Parameters(access, directory);
        scope[5] = Sql.Nullable(limit);
        var (from, to) = (Begins(filter.ReceivedFrom), Begins(filter.ReceivedTo?.AddDays(1)));
        var (afterCase, afterDue, afterKey) = CaseOrder.Read(filter.Sort, after);
        var search = Scanned(filter.Search);
        return
        [
            .. scope, Sql.Nullable(afterCase), Sql.Nullable((short?)FilterValue.Named<CaseStatus>(filter.Status, "status")), Sql.Nullable(item), Sql.Of(units),
            Sql.Nullable((short?)FilterValue.Named<Channel>(filter.Channel, "channel")), Sql.Nullable(from), Sql.Nullable(to), Sql.Of(EndOfNumber(search)),
            Sql.Of(clock.GetUtcNow()), Sql.Of(search), Sql.Nullable(from is { } first ? CaseIds.First(first) : null), Sql.Nullable(to is { } end ? CaseIds.First(end) : null),
            Sql.Nullable(afterDue), Sql.Nullable(Begins(filter.DueOn)), Sql.Nullable(Begins(filter.DueOn?.AddDays(1))), Sql.Of(afterKey),
        ];

        DateTimeOffset? Begins(DateOnly? on) => on is { } date ? calendar.BeginsAt(date) : null;
    }

    /// <summary>What may be the end of a case number (a running number and a check character), backwards; null where it cannot, or is too short to tell cases apart.</summary>
    public static string? EndOfNumber(string? search) =>
        search?.Trim() is { Length: >= LeastOfNumber } end && end.Any(char.IsAsciiDigit) && end.All(one => char.IsAsciiLetterOrDigit(one) || one == '-')
            ? new string([.. end.ToUpperInvariant().Reverse()])
            : null;

    /// <summary>
    /// Who sees all looks at each meaning of a search along its own index, and at what is due unit by unit; who sees a part looks at that part
    /// along its own ways, which is small, and reads the search there.
    /// </summary>
    private async Task<string> IdsAsync(Access access, CaseFilter filter, CancellationToken cancel)
    {
        var isSearch = Scanned(filter.Search) is not null;
        var conditions = Conditions(filter);
        var directory = await directories.Of(access.CentreId, cancel);
        var isWhole = CaseScope.IsWhole(access, directory);
        var order = CaseOrder.Of(filter.Sort, isPart: !isWhole || isSearch || filter.Unit is not null || filter.Item is not null || IsByUnit(filter));
        var ways = isWhole
            ? isSearch ? Meanings.Select(meaning => Cases(meaning)) : IsByUnit(filter) ? [$"(select e.* from unnest($14) u(unit_id) cross join lateral {Cases("c.unit_id = u.unit_id")} e)"] : [Cases("true")]
            : filter.Urgency is not null && directory.UnitsIn(access, CaseScope.Overseers).Length > 0 ? [Cases(isSearch ? $"c.unit_id = any($4) and ({string.Join(" or ", Meanings)})" : "c.unit_id = any($4)")]
            : CaseScope.Ways(access, directory, (way, beside) => Cases(isSearch ? $"{way} and ({string.Join(" or ", Meanings)})" : way, beside));
        return string.Join(" union ", ways);

        // Beside a case may stand several rows: tasks, copies.
        string Cases(string condition, string beside = "") =>
            $"(select {(beside.Length > 0 ? "distinct " : "")}{order.Columns} from cases c {beside} where {conditions} and {order.Condition} and {condition} {order.By} limit $6)";
    }

    /// <summary>What of the filter is asked for, and no more: the database plans every condition anew. A case's id begins with the instant of its receipt: a period of receipt is a part of the primary key.</summary>
    private static string Conditions(CaseFilter filter) => string.Concat(
        "c.centre_id = $1",
        filter.Status is null ? "" : " and c.status = $12",
        filter.Item is null ? "" : " and c.item_id = $13",
        filter.Unit is null ? "" : " and c.unit_id = any($14)",
        filter.Channel is null ? "" : " and c.channel = $15",
        filter.ReceivedFrom is null ? "" : " and c.received_at >= $16 and c.case_id >= $21",
        filter.ReceivedTo is null ? "" : " and c.received_at < $17 and c.case_id < $22",
        filter.IsOverdue switch { true => " and c.status < 7 and c.due_at < $19", false => " and (c.status >= 7 or c.due_at is null or c.due_at >= $19)", null => "" },
        filter.DueOn is null ? "" : " and c.status < 7 and c.due_at >= $24 and c.due_at < $25",
        filter.Urgency is { } urgency ? $" and {CaseUrgency.Condition(urgency)}" : "");

    /// <summary>The order of the list, and how many rows of it ($6; null for all).</summary>
    private static string Page(CaseFilter filter) => $"{CaseOrder.Of(filter.Sort).By} limit $6";

    /// <summary>What is due is found along an index that begins with the unit; where no clock runs there is little to find, and all of the index to look through.</summary>
    private static bool IsByUnit(CaseFilter filter) => (filter.Sort == CaseSort.Due || filter.DueOn is not null || filter.IsOverdue == true) && filter.Urgency is not (Urgency.Received or Urgency.Stopped);

    /// <summary>What a scanner types of a receipt's QR code is an address; the case number stands in it.</summary>
    private static string? Scanned(string? search) =>
        string.IsNullOrWhiteSpace(search) ? null
        : Uri.TryCreate(search, UriKind.Absolute, out var address) && HttpUtility.ParseQueryString(address.Query)["number"] is { Length: > 0 } number ? number : search;
}
