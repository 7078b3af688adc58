using System.Globalization;
using ApprovalEngine.Contracts.Cases;

namespace ApprovalEngine.Approval.Cases;

/// <summary>
/// An order of the list of cases: what stands in SQL, and a place in it. A place names its order, so that one of another order is refused
/// instead of mixing the two.
/// </summary>
/// <param name="Columns">What a selection of rows <c>c</c> needs to be put in order; the case first.</param>
/// <param name="Condition">Which rows have a place in it, and which of them come after the last one shown: $11 its case, $23 its due moment, $26 its number or its item's code.</param>
/// <param name="By">The order itself.</param>
internal sealed record CaseOrder(string Columns, string Condition, string By)
{
    // A case's id begins with the instant of its receipt: newest first is the primary key backwards, oldest first the same forwards.
    private static readonly CaseOrder Newest = new("c.case_id", "($11::uuid is null or c.case_id < $11)", "order by c.case_id desc");

    private static readonly CaseOrder Oldest = new("c.case_id", "($11::uuid is null or c.case_id > $11)", "order by c.case_id");

    // Index ix_cases_open (centre, unit, due), unit by unit. Its condition names the due moment alone too, which the index knows.
    private static readonly CaseOrder Due = new(
        "c.case_id, c.due_at",
        "c.status < 7 and c.due_at is not null and ($23::timestamptz is null or (c.due_at >= $23 and (c.due_at, c.case_id) > ($23, $11)))",
        "order by c.due_at, c.case_id");

    private const string LastItem = "(select i.item_id from item i where i.centre_id = $1 and i.code = $26)";

    /// <summary>The order that is asked for.</summary>
    /// <param name="sort">What is asked for; null for the newest first.</param>
    /// <param name="isPart">
    /// The cases are those of some units or items, or what a search finds. Numbers, items and units go together: along an index of numbers the
    /// cases of one unit may all stand at its end, which the database does not expect. They are found by what makes them few and put in order
    /// then, by a value that no index has.
    /// </param>
    public static CaseOrder Of(CaseSort? sort, bool isPart = false) => sort switch
    {
        CaseSort.Oldest => Oldest,
        CaseSort.Due => Due,
        CaseSort.Number => ByNumber(isPart, ">", ""),
        CaseSort.NumberBackwards => ByNumber(isPart, "<", " desc"),
        CaseSort.Item => ByItem(isPart, ">", ""),
        CaseSort.ItemBackwards => ByItem(isPart, "<", " desc"),
        _ => Newest,
    };

    /// <summary>The place behind a row.</summary>
    public static string Place(CaseSort? sort, CaseListed last) => Cursor.Write(Name(sort), last.CaseId.ToString(), sort switch
    {
        CaseSort.Due => last.DueAt!.Value.ToString("O", CultureInfo.InvariantCulture),
        CaseSort.Number or CaseSort.NumberBackwards => last.CaseNo,
        CaseSort.Item or CaseSort.ItemBackwards => last.Item,
        _ => "",
    });

    /// <summary>Reads a place; nulls for the first page.</summary>
    /// <exception cref="Errors.RuleBrokenException">It is none, or one of another order.</exception>
    public static (Guid? CaseId, DateTimeOffset? DueAt, string? Key) Read(CaseSort? sort, string? place)
    {
        if (place is null)
        {
            return default;
        }

        var parts = Cursor.Read(place, 3);
        DateTimeOffset due = default;
        return parts[0] == Name(sort) && Guid.TryParse(parts[1], out var caseId)
            && (sort != CaseSort.Due || DateTimeOffset.TryParseExact(parts[2], "O", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out due))
            ? (caseId, sort == CaseSort.Due ? due : null, parts[2])
            : throw Cursor.Invalid();
    }

    // All cases along the unique index (centre, case_no), byte by byte.
    private static CaseOrder ByNumber(bool isPart, string beyond, string direction)
    {
        var number = isPart ? "(c.case_no || '')" : "c.case_no";
        return new($"c.case_id, {number}", $"($26::text is null or {number} {beyond} $26)", $"order by {number}{direction}");
    }

    // All cases along the index (centre, item, case): items go by their keys, which is the order in which they came into the catalogue.
    private static CaseOrder ByItem(bool isPart, string beyond, string direction)
    {
        var item = isPart ? "(c.item_id + 0)" : "c.item_id";
        return new($"c.case_id, {item}", $"($26::text is null or ({item}, c.case_id) {beyond} ({LastItem}, $11))", $"order by {item}{direction}, c.case_id{direction}");
    }

    private static string Name(CaseSort? sort) => (sort ?? CaseSort.Newest).ToString();
}
