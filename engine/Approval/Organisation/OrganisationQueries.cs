using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Organisation;
using MediatR;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>Units by code.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="After">The `next` of the page before.</param>
/// <param name="Take">How many.</param>
public sealed record ListUnits(Access Access, string? After, int Take) : IRequest<Page<UnitView>>;

/// <summary>All posts by code.</summary>
/// <param name="Access">Who asks.</param>
public sealed record ListPosts(Access Access) : IRequest<IReadOnlyList<PostView>>;

/// <summary>People in the scope of the administrator who asks.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="After">The `next` of the page before: the names of the last one shown as they were then, after which it goes on whoever is renamed meanwhile.</param>
/// <param name="Take">How many.</param>
public sealed record ListPeople(Access Access, string? After, int Take) : IRequest<Page<PersonView>>
{
    /// <summary>Part of the name or user name; null for everybody.</summary>
    public string? Search { get; init; }

    /// <summary>Code of the unit at which, or below which, something is held; null for any.</summary>
    public string? Unit { get; init; }

    /// <summary>Only active or only deactivated accounts; null for both.</summary>
    public bool? IsActive { get; init; }

    /// <summary>The order; null for by user name.</summary>
    public PersonSort? Sort { get; init; }
}

/// <summary>What everybody in the centre is called.</summary>
/// <param name="Access">Who asks.</param>
public sealed record ListNames(Access Access) : IRequest<IReadOnlyList<PersonName>>;

/// <summary>A person.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="UserName">Whom.</param>
public sealed record GetPerson(Access Access, string UserName) : IRequest<PersonView>;

internal sealed class OrganisationQueryHandlers(OrgDirectory directory)
    : IRequestHandler<ListUnits, Page<UnitView>>, IRequestHandler<ListPosts, IReadOnlyList<PostView>>, IRequestHandler<ListPeople, Page<PersonView>>, IRequestHandler<GetPerson, PersonView>, IRequestHandler<ListNames, IReadOnlyList<PersonName>>
{
    public async Task<Page<UnitView>> Handle(ListUnits request, CancellationToken cancellationToken)
    {
        var organisation = await directory.Of(request.Access.CentreId, cancellationToken);
        var units = organisation.Units.Where(unit => string.CompareOrdinal(unit.Code, request.After) > 0).Take(request.Take + 1)
            .Select(unit => new UnitView(unit.Code, unit.ParentId is { } parent ? organisation.Unit(parent).Code : null, unit.Kind, unit.Name, unit.IsActive));
        return Pages.Of([.. units], request.Take, unit => unit.Code);
    }

    public async Task<IReadOnlyList<PostView>> Handle(ListPosts request, CancellationToken cancellationToken) =>
        [.. (await directory.Of(request.Access.CentreId, cancellationToken)).Posts.Select(post => new PostView(post.Code, post.Name))];

    public async Task<Page<PersonView>> Handle(ListPeople request, CancellationToken cancellationToken)
    {
        var organisation = await directory.Of(request.Access.CentreId, cancellationToken);
        var unit = request.Unit is { } code ? organisation.Unit(code) : null;
        FilterValue.Require(request.Sort, "sort");
        var order = PersonOrder.Of(request.Sort);
        var last = request.After is { } after ? PersonOrder.PlaceOf(Cursor.Read(after, 2)) : null;
        var people = organisation.People
            .Where(person => (last is null || order.Compare(person, last) > 0) && person.IsAdministeredBy(request.Access, organisation) && IsWanted(person, unit, request))
            .Order(order).Take(request.Take + 1).Select(organisation.View);
        return Pages.Of([.. people], request.Take, person => Cursor.Write(person.DisplayName, person.UserName));
    }

    private static bool IsWanted(PersonEntry person, UnitEntry? unit, ListPeople wanted) =>
        (wanted.IsActive is null || person.IsActive == wanted.IsActive)
        && (unit is null || person.Grants.Any(grant => grant.UnitPath.StartsWith(unit.Path, StringComparison.Ordinal)) || person.Posts.Any(held => held.UnitPath.StartsWith(unit.Path, StringComparison.Ordinal)))
        && (string.IsNullOrWhiteSpace(wanted.Search) || Names(person, wanted.Search.Trim()));

    private static bool Names(PersonEntry person, string text) =>
        person.UserName.Contains(text, StringComparison.OrdinalIgnoreCase) || person.DisplayName.Contains(text, StringComparison.OrdinalIgnoreCase);

    public async Task<IReadOnlyList<PersonName>> Handle(ListNames request, CancellationToken cancellationToken) =>
        [.. (await directory.Of(request.Access.CentreId, cancellationToken)).People.Select(person => new PersonName(person.UserName, person.DisplayName, person.IsActive))];

    public async Task<PersonView> Handle(GetPerson request, CancellationToken cancellationToken)
    {
        var organisation = await directory.Of(request.Access.CentreId, cancellationToken);
        return organisation.View(organisation.Administered(request.Access, request.UserName));
    }
}
