using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Exports;
using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Host.Exports;

/// <summary>The lists of the organisation: units, posts, people, and who is away.</summary>
internal sealed partial class ListExports
{
    /// <summary>The posts that flows may name.</summary>
    public Task<IResult> Posts(ExportRequest request, CancellationToken cancel) => Answer<PostView>(
        request,
        labels => new()
        {
            Name = "posts",
            Title = labels["Posts"],
            Filter = new { },
            Columns = [new(labels["Code"], row => row.Code), new(labels["Language.Hans"], row => row.Name.ZhHans), new(labels["Language.Hant"], row => row.Name.ZhHant), new(labels["Language.En"], row => row.Name.En)],
            Read = Whole(stop => mediator.Send(new ListPosts(Access), stop)),
        },
        cancel);

    /// <summary>People, a line each.</summary>
    public Task<IResult> People(string? search, string? unit, bool? isActive, PersonSort? sort, ExportRequest request, CancellationToken cancel) => Answer<PersonView>(
        request,
        labels => new()
        {
            Name = "people",
            Title = labels["People"],
            Filter = new { search, unit, isActive, sort },
            Columns =
            [
                new(labels["Person"], row => row.DisplayName), new(labels["UserName"], row => row.UserName), new(labels["Person.Active"], row => labels.Word(row.IsActive)),
                new(labels["Roles"], row => Roles(labels, row)), new(labels["Posts"], row => Posts(labels, row)),
            ],
            Read = (after, take, stop) => mediator.Send(new ListPeople(Access, after, take) { Search = search, Unit = unit, IsActive = isActive, Sort = sort }, stop),
            Orders = [new("roles", row => Roles(labels, row)), new("posts", row => Posts(labels, row))],
        },
        cancel);

    /// <summary>
    /// The tree of units as far as the administrator's right reaches, in the columns that an import takes and each below an earlier line: what
    /// was taken out can be changed and brought in again.
    /// </summary>
    public Task<IResult> Units(ExportRequest request, CancellationToken cancel) => Answer<UnitEntry>(
        request,
        labels => new()
        {
            Name = "units",
            Title = labels["Subject.units"],
            Filter = new { },
            Columns =
            [
                new(labels["Code"], row => row.Code), new(labels["Sheet.Parent"], row => labels.UnitAbove(row)), new(labels["Unit.Kind"], row => labels.Word("UnitKind", row.Kind.ToString())),
                new(labels["Language.Hans"], row => row.Name.ZhHans), new(labels["Language.Hant"], row => row.Name.ZhHant), new(labels["Language.En"], row => row.Name.En),
                new(labels["Unit.Closed"], row => labels.Word(!row.IsActive)),
            ],
            Read = Whole(UnitsReached),
        },
        cancel);

    /// <summary>Who is away and who stands in, as far as it concerns the asker.</summary>
    public Task<IResult> Absences(AbsenceFilter filter, ExportRequest request, CancellationToken cancel) => Answer<AbsenceView>(
        request,
        labels => new()
        {
            Name = "absences",
            Title = labels["Absence"],
            Filter = filter,
            Columns =
            [
                new(labels["Absence.Who"], row => labels.Person(row.UserName)), new(labels["Absence.Deputy"], row => labels.Person(row.Deputy)), new(labels["Filter.FirstDay"], row => row.FromOn),
                new(labels["Filter.LastDay"], row => row.UntilOn), new(labels["Reason"], row => row.Reason),
            ],
            Read = (after, take, stop) => mediator.Send(new ListAbsences(Access, filter, after, take), stop),
            Orders = [new("who", row => labels.Person(row.UserName)), new("deputy", row => labels.Person(row.Deputy)), new("from", row => row.FromOn), new("until", row => row.UntilOn)],
        },
        cancel);

    /// <summary>A path begins with that of the unit above: in their order each stands below an earlier one.</summary>
    private async Task<IReadOnlyList<UnitEntry>> UnitsReached(CancellationToken cancel) =>
        [.. (await directories.Of(Access.CentreId, cancel)).Units.Where(unit => Access.Reaches(Role.Administrator, unit)).OrderBy(unit => unit.Path, StringComparer.Ordinal)];

    private static string Granted(Labels labels, IEnumerable<GrantView> grants) => labels.Together(grants.Select(grant => $"{labels.Word("Role", grant.Role.ToString())} · {labels.Unit(grant.Unit)}"));

    private static string Roles(Labels labels, PersonView person) => Granted(labels, person.Grants);

    private static string Posts(Labels labels, PersonView person) => labels.Together(person.Posts.Select(held => $"{labels.Post(held.Post)} · {labels.Unit(held.Unit)}"));
}
