using ApprovalEngine.Contracts.Organisation;
using FluentValidation.Results;

namespace ApprovalEngine.Approval.Organisation.Import;

/// <summary>What people of a sheet would come to: who is new, who changes, and what stands against it. Asked for the preview and again when they come in.</summary>
internal static class PeopleCheck
{
    private static readonly AddPersonRules OfNew = new();
    private static readonly ChangePersonRules OfKnown = new();

    /// <summary>The people with what becomes of each, and the faults.</summary>
    public static (IReadOnlyList<PersonRow> People, IReadOnlyList<SheetFault> Faults) Check(IReadOnlyList<PersonRow> people, Access access, CentreDirectory organisation)
    {
        var faults = people.SelectMany(person => Faults(person, access, organisation))
            .Concat(people.GroupBy(person => person.UserName).Where(twice => twice.Count() > 1).Select(twice => new SheetFault(twice.Last().Line, "userName", "UserNameTwice", $"'{twice.Key}' stands there twice.")));
        return ([.. people.Select(person => person with { State = State(person, organisation.FindPerson(person.UserName), organisation) })], [.. faults]);
    }

    /// <summary>All that a person holds then: what they have, and what they get.</summary>
    public static (IReadOnlyList<GrantView> Grants, IReadOnlyList<HoldingView> Posts) Whole(PersonRow person, PersonEntry? known, CentreDirectory organisation)
    {
        var held = known is null ? null : organisation.View(known);
        return ([.. (held?.Grants ?? []).Concat(person.Grants).Distinct()], [.. (held?.Posts ?? []).Concat(person.Posts).Distinct()]);
    }

    private static string State(PersonRow person, PersonEntry? known, CentreDirectory organisation)
    {
        var (grants, posts) = Whole(person, known, organisation);
        return known is null ? "New"
            : grants.Count != known.Grants.Length || posts.Count != known.Posts.Length || (person.DisplayName.Length > 0 && person.DisplayName != known.DisplayName) ? "Changed"
            : "Unchanged";
    }

    private static IEnumerable<SheetFault> Faults(PersonRow person, Access access, CentreDirectory organisation)
    {
        var known = organisation.FindPerson(person.UserName);
        if (known is not null && !known.IsAdministeredBy(access, organisation))
        {
            yield return new SheetFault(person.Line, "userName", "OutOfScope", $"'{person.UserName}' holds roles outside the units that you administer.");
        }

        foreach (var error in Broken(person, known, access))
        {
            yield return new SheetFault(person.Line, Column(error.ErrorCode), error.ErrorCode, error.ErrorMessage);
        }

        foreach (var unit in person.Grants.Select(grant => grant.Unit).Concat(person.Posts.Select(held => held.Unit)).Distinct())
        {
            if (organisation.FindUnit(unit) is not { } there)
            {
                yield return new SheetFault(person.Line, "unit", "UnitUnknown", $"There is no unit '{unit}'.");
            }
            else if (!access.Reaches(Role.Administrator, there))
            {
                yield return new SheetFault(person.Line, "unit", "OutOfScope", $"Your right as an administrator does not reach unit '{unit}'.");
            }
        }

        if (person.Posts.Any(held => organisation.Posts.All(post => post.Code != held.Post)))
        {
            yield return new SheetFault(person.Line, "post", "PostUnknown", "A post is not known.");
        }
    }

    /// <summary>The rules that hold for one person who is added or changed.</summary>
    private static List<ValidationFailure> Broken(PersonRow person, PersonEntry? known, Access access) => known is null
        ? OfNew.Validate(new AddPerson(access, new AddPersonRequest(person.UserName, person.DisplayName, "", person.Grants, person.Posts))).Errors
        : OfKnown.Validate(new ChangePerson(access, person.UserName, new ChangePersonRequest(person.DisplayName.Length > 0 ? person.DisplayName : known.DisplayName, known.IsActive, person.Grants, person.Posts))).Errors;

    private static string Column(string rule) => rule switch
    {
        "UserName" => "userName",
        "DisplayName" => "displayName",
        _ => "role",
    };
}
