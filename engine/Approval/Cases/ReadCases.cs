using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Identifiers;
using ApprovalEngine.Contracts.Organisation;
using MediatR;

namespace ApprovalEngine.Approval.Cases;

/// <summary>The cases of <see cref="FindCases"/> with their applicants' ID and telephone numbers, as exports have them.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Filter">What to show.</param>
/// <param name="IsInFull">
/// Whether a reason was given: then the numbers of the cases on which the person works (the right of <see cref="ShowNumbers"/>) are whole; all
/// others stay hidden.
/// </param>
/// <param name="After">Where the page begins; null for the first.</param>
/// <param name="Take">How many.</param>
public sealed record ReadCases(Access Access, CaseFilter Filter, bool IsInFull, string? After, int Take) : IRequest<Page<CaseWithNumbers>>;

/// <summary>A case and its applicant's numbers.</summary>
/// <param name="Case">The case as lists show it.</param>
/// <param name="Number">ID number or unified social credit code; null where it is not known.</param>
/// <param name="Phone">Telephone number; null where there is none.</param>
public sealed record CaseWithNumbers(CaseListed Case, string? Number, string? Phone);

internal sealed class ReadCasesHandler(CaseDatabase database, CaseSearch search, OrgDirectory directories, ListedCases lists)
    : IRequestHandler<ReadCases, Page<CaseWithNumbers>>
{
    // Whoever works on the case, as ShowNumbers.IsFor says: $28 are the units overseen without those only audited.
    private const string Columns = $"""
        {CaseListing.Select}, p.kind, p.number, p.phone,
            $27 and coalesce($3 or c.unit_id = any($28) or c.unit_id = any($5) or c.window_id = any($5) or c.received_by = $2
                or exists (select from task_open t where t.centre_id = c.centre_id and t.case_id = c.case_id and (t.assignee = $2 or t.owner = $2 or ({TaskOffers.InPlaceOfAbsent})))
                or exists (select from task_closed d where d.centre_id = c.centre_id and d.case_id = c.case_id and d.closed_by = $2), false)
        """;

    public async Task<Page<CaseWithNumbers>> Handle(ReadCases query, CancellationToken cancellationToken)
    {
        var (access, take) = (query.Access, Cursor.Take(query.Take));
        var directory = await directories.Of(access.CentreId, cancellationToken);
        var rows = await database.ListAsync(
            await search.RowsAsync(Columns, access, query.Filter, cancellationToken),
            reader => (Row: CaseListing.Read(reader), Kind: (ApplicantKind)reader.GetInt16(CaseListing.Count), Number: CaseFields.Text(reader, CaseListing.Count + 1),
                Phone: CaseFields.Text(reader, CaseListing.Count + 2), IsWhole: reader.GetBoolean(CaseListing.Count + 3)),
            cancellationToken,
            [
                .. await search.ParametersAsync(access, query.Filter, query.After, take + 1, cancellationToken),
                Sql.Of(query.IsInFull), Sql.Of(directory.UnitsIn(access, Role.Supervisor, Role.HeadOfCentre)),
            ]);
        var listed = await lists.Of(access.CentreId, [.. rows.Select(row => row.Row)], cancellationToken);
        return Pages.Of([.. listed.Zip(rows, WithNumbers)], take, last => CaseOrder.Place(query.Filter.Sort, last.Case));
    }

    private static CaseWithNumbers WithNumbers(CaseListed listed, (CaseListing Row, ApplicantKind Kind, string? Number, string? Phone, bool IsWhole) of) => of.IsWhole
        ? new(listed, of.Number, of.Phone)
        : new(listed, of.Kind == ApplicantKind.Person && of.Number is not null ? Masking.ResidentId(of.Number) : of.Number, of.Phone is null ? null : Masking.Phone(of.Phone));
}
