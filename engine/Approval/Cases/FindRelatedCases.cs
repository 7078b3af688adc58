using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using MediatR;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>Cases of the same applicant or project that the person who asks may see too, newest first.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="CaseId">The case, which they must be allowed to see.</param>
public sealed record FindRelatedCases(Access Access, Guid CaseId) : IRequest<IReadOnlyList<RelatedCase>>;

internal sealed class FindRelatedCasesHandler(CaseDatabase database, CaseSight sight, OrgDirectory directories, ListedCases lists)
    : IRequestHandler<FindRelatedCases, IReadOnlyList<RelatedCase>>
{
    // Indexes (centre, applicant), ix_applicant_as_given and (centre, project): each is walked for itself, then what may be seen is kept.
    // One number is one applicant, however an application named it.
    private const string Find = $"""
        with this as (select applicant_id, project_no from cases where centre_id = $1 and case_id = $11),
        related as (
            select r.case_id, true of_applicant, false of_project from this join cases r on r.centre_id = $1 and r.applicant_id = this.applicant_id
            union all
            select r.case_id, true, false
            from this join applicant a on a.centre_id = $1 and a.applicant_id = this.applicant_id
                join applicant s on s.centre_id = $1 and s.kind = a.kind and s.number = a.number and s.applicant_id <> a.applicant_id
                join cases r on r.centre_id = $1 and r.applicant_id = s.applicant_id
            union all
            select r.case_id, false, true from this join cases r on r.centre_id = $1 and r.project_no = this.project_no
        )
        select {CaseListing.Select}, bool_or(r.of_applicant), bool_or(r.of_project)
        from related r join {CaseFields.From} on c.centre_id = $1 and c.case_id = r.case_id
        where c.case_id <> $11 and {CaseScope.Condition}
        group by c.centre_id, c.case_id, p.name
        order by c.case_id desc
        limit $6
        """;

    public async Task<IReadOnlyList<RelatedCase>> Handle(FindRelatedCases query, CancellationToken cancellationToken)
    {
        var access = query.Access;
        await sight.RequireAsync(access, query.CaseId, cancellationToken);
        var directory = await directories.Of(access.CentreId, cancellationToken);
        var scope = CaseScope.Parameters(access, directory);
        scope[5] = Sql.Of(RelatedCase.Most);
        var rows = await database.ListAsync(Find, Read, cancellationToken, [.. scope, Sql.Of(query.CaseId)]);
        var listed = await lists.Of(access.CentreId, [.. rows.Select(row => row.Row)], cancellationToken);
        return [.. listed.Zip(rows, (one, row) => new RelatedCase(one, row.OfApplicant, row.OfProject))];
    }

    private static (CaseListing Row, bool OfApplicant, bool OfProject) Read(NpgsqlDataReader reader) =>
        (CaseListing.Read(reader), reader.GetBoolean(CaseListing.Count), reader.GetBoolean(CaseListing.Count + 1));
}
