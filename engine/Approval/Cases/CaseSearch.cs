using System.Web;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>Which of the cases that a person may see a filter leaves: one question for the list, its count and its export.</summary>
internal sealed class CaseSearch(OrgDirectory directories, ItemStore items, CalendarStore calendars, TimeProvider clock)
{
    /// <summary>Number of parameters; a query's own begin after them.</summary>
    public const int Count = 22;

    // A case's id begins with the instant of its receipt: newest first is the primary key backwards, and a period of receipt a part of it.
    private const string Conditions = """
        c.centre_id = $1
            and ($11::uuid is null or c.case_id < $11)
            and ($12::smallint is null or c.status = $12)
            and ($13::int is null or c.item_id = $13)
            and ($14::int[] is null or c.unit_id = any($14))
            and ($15::smallint is null or c.channel = $15)
            and ($16::timestamptz is null or c.received_at >= $16)
            and ($17::timestamptz is null or c.received_at < $17)
            and ($18::boolean is null or (c.status < 7 and c.due_at < $19) = $18)
            and ($21::uuid is null or c.case_id >= $21)
            and ($22::uuid is null or c.case_id < $22)
        """;

    /// <summary>The order of the list, and how many rows of it ($6; null for all).</summary>
    private const string Page = "order by c.case_id desc limit $6";

    // What $20 may be: the beginning of a number, or a part of a name, found by its letters in index ix_applicant_name_grams.
    private static readonly string[] Meanings =
    [
        "starts_with(c.case_no, upper($20))",
        "starts_with(c.external_no, $20)",
        "c.applicant_id in (select p.applicant_id from applicant p where p.centre_id = $1 and name_grams(p.name) @> name_grams($20) and strpos(lower(p.name), lower($20)) > 0)",
    ];

    /// <summary>Selects columns of the page's cases, newest first.</summary>
    /// <param name="columns">What of rows <c>c</c> and their applicants <c>p</c>.</param>
    /// <param name="access">Who asks.</param>
    /// <param name="filter">What to show.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<string> RowsAsync(string columns, Access access, CaseFilter filter, CancellationToken cancel) =>
        $"select {columns} from {CaseFields.From} where c.centre_id = $1 and c.case_id in ({await IdsAsync(access, filter, cancel)}) {Page}";

    /// <summary>Counts the cases.</summary>
    /// <param name="access">Who asks.</param>
    /// <param name="filter">What to count.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<string> CountAsync(Access access, CaseFilter filter, CancellationToken cancel) =>
        $"select count(*) from ({await IdsAsync(access, filter, cancel)}) counted";

    /// <summary>The parameters of either.</summary>
    /// <param name="access">Who asks.</param>
    /// <param name="filter">What to show.</param>
    /// <param name="after">Where the page begins; null for the first.</param>
    /// <param name="limit">Rows to read; null for all.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<NpgsqlParameter[]> ParametersAsync(Access access, CaseFilter filter, string? after, int? limit, CancellationToken cancel)
    {
        Period.Require(filter.ReceivedFrom, filter.ReceivedTo);
        var directory = await directories.Of(access.CentreId, cancel);
        var calendar = await calendars.Of(access.CentreId, cancel);
        var item = filter.Item is { } code ? (await items.Of(access.CentreId, code, cancel)).ItemId : (int?)null;
        var units = filter.Unit is { } unit ? directory.Units.Where(one => one.IsWithin(directory.Unit(unit).Path)).Select(one => one.UnitId).ToArray() : null;
        var scope = CaseScope.Parameters(access, directory);
        scope[5] = Sql.Nullable(limit);
        var (from, to) = (Begins(filter.ReceivedFrom), Begins(filter.ReceivedTo?.AddDays(1)));
        return
        [
            .. scope, Sql.Nullable(Cursor.CaseOf(after)), Sql.Nullable((short?)Named<CaseStatus>(filter.Status, "status")), Sql.Nullable(item), Sql.Of(units),
            Sql.Nullable((short?)Named<Channel>(filter.Channel, "channel")), Sql.Nullable(from), Sql.Nullable(to), Sql.Nullable(filter.IsOverdue),
            Sql.Of(clock.GetUtcNow()), Sql.Of(Scanned(filter.Search)), Sql.Nullable(from is { } first ? CaseIds.First(first) : null), Sql.Nullable(to is { } end ? CaseIds.First(end) : null),
        ];

        DateTimeOffset? Begins(DateOnly? on) => on is { } date ? calendar.BeginsAt(date) : null;
    }

    /// <summary>
    /// Who sees all looks at each meaning of a search along its own index; who sees a part looks at that part along its own ways, which is
    /// small, and reads the search there.
    /// </summary>
    private async Task<string> IdsAsync(Access access, CaseFilter filter, CancellationToken cancel)
    {
        var isSearch = Scanned(filter.Search) is not null;
        var ways = CaseScope.IsWhole(access, await directories.Of(access.CentreId, cancel))
            ? isSearch ? Meanings.Select(meaning => Cases(meaning)) : [Cases("true")]
            : CaseScope.Ways((way, beside) => Cases(isSearch ? $"{way} and ({string.Join(" or ", Meanings)})" : way, beside));
        return string.Join(" union ", ways);

        // Beside a case may stand several rows: tasks, copies.
        static string Cases(string condition, string beside = "") =>
            $"(select {(beside.Length > 0 ? "distinct " : "")}c.case_id from cases c {beside} where {Conditions} and {condition} {Page})";
    }

    /// <summary>What a scanner types of a receipt's QR code is an address; the case number stands in it.</summary>
    private static string? Scanned(string? search) =>
        string.IsNullOrWhiteSpace(search) ? null
        : Uri.TryCreate(search, UriKind.Absolute, out var address) && HttpUtility.ParseQueryString(address.Query)["number"] is { Length: > 0 } number ? number : search;

    private static T? Named<T>(string? name, string field)
        where T : struct, Enum => name is null ? null
        : Enum.TryParse<T>(name, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value
        : throw new RuleBrokenException("FilterInvalid", $"'{name}' is none of {string.Join(", ", Enum.GetNames<T>())}.", field);
}
