using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Identifiers;
using ApprovalEngine.Contracts.Organisation;
using FluentValidation;
using MediatR;

namespace ApprovalEngine.Approval.Cases;

/// <summary>
/// What an applicant has applied for before, found while an application is entered: by the number, which is one applicant however an
/// application named it, and by the name only where no number is given.
/// </summary>
/// <param name="Access">Who asks.</param>
/// <param name="Asked">Whose.</param>
public sealed record FindEarlierCases(Access Access, EarlierCasesRequest Asked) : IRequest<EarlierCases>;

internal sealed class FindEarlierCasesValidator : AbstractValidator<FindEarlierCases>
{
    public FindEarlierCasesValidator()
    {
        RuleFor(query => query.Asked.Kind).IsOneOf(typeof(ApplicantKind), "ApplicantKindUnknown");
        RuleFor(query => query.Asked.Number).IsText(Texts.Short);
        RuleFor(query => query.Asked.Name).IsText(Texts.Short);
    }
}

internal sealed class FindEarlierCasesHandler(CaseDatabase database, OrgDirectory directories, ListedCases lists) : IRequestHandler<FindEarlierCases, EarlierCases>
{
    private const int Most = 3;

    // Indexes ix_applicant_as_given or ix_applicant_name_grams, then (centre, applicant).
    private const string Find = $"""
        select {CaseListing.Select}, count(*) over (), count(*) filter (where c.status < 7) over ()
        from {CaseFields.From}
        where c.centre_id = $1 and c.applicant_id in (
                select a.applicant_id from applicant a where a.centre_id = $1 and a.kind = $11 and a.number = $12
                union all
                select a.applicant_id from applicant a where $12::text is null and a.centre_id = $1 and a.kind = $11 and name_grams(a.name) @> name_grams($13) and a.name = $13)
            and {CaseScope.Condition}
        order by (c.status < 7) desc, c.case_id desc
        limit $6
        """;

    public async Task<EarlierCases> Handle(FindEarlierCases query, CancellationToken cancellationToken)
    {
        var (access, asked) = (query.Access, query.Asked);
        var number = IdentifierText.Normalise(asked.Number ?? "") is { Length: > 0 } given ? given : null;
        var name = asked.Name?.Trim();
        if (number is null && string.IsNullOrEmpty(name))
        {
            return new EarlierCases(0, 0, false, []);
        }

        var directory = await directories.Of(access.CentreId, cancellationToken);
        var scope = CaseScope.Parameters(access, directory);
        scope[5] = Sql.Of(Most);
        var kind = Enum.Parse<ApplicantKind>(asked.Kind);
        var (count, open) = (0L, 0L);
        var rows = await database.ListAsync(
            Find,
            row =>
            {
                (count, open) = (row.GetInt64(CaseListing.Count), row.GetInt64(CaseListing.Count + 1));
                return CaseListing.Read(row);
            },
            cancellationToken,
            [.. scope, Sql.Of((short)kind), Sql.Of(number), Sql.Of(name)]);
        return new EarlierCases((int)count, (int)open, number is not null, await lists.Of(access.CentreId, rows, cancellationToken));
    }
}
