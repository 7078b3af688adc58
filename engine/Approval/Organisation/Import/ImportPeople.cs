using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Organisation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Organisation.Import;

/// <summary>Brings people in as a preview showed them, all or none: new ones get an account, known ones what they do not hold yet. Nobody loses anything.</summary>
/// <param name="Access">Who does it.</param>
/// <param name="Request">The people, and the first password of the new ones.</param>
public sealed record ImportPeople(Access Access, ImportPeopleRequest Request) : IRequest<ImportedRows>
{
    private bool PrintMembers(System.Text.StringBuilder text) => text.Append(Request.People.Count).Length > 0;
}

internal sealed class ImportPeopleHandler(OrganisationWriter writer, UserManager<User> users) : IRequestHandler<ImportPeople, ImportedRows>
{
    public async Task<ImportedRows> Handle(ImportPeople request, CancellationToken cancellationToken)
    {
        var (access, given) = request;
        access.RequirePerson("Accounts are given by people.");
        var organisation = await writer.Read(access, cancellationToken);
        var people = SheetRules.Accept(given.People, rows => PeopleCheck.Check(rows, access, organisation));
        var (added, changed) = (people.Where(person => person.State == "New").ToList(), people.Where(person => person.State == "Changed").ToList());
        var accounts = new List<(PersonRow Person, User User)>();
        foreach (var person in added)
        {
            accounts.Add((person, await Account(access, person, given.FirstPassword)));
        }

        await writer.Write(
            access,
            EventAct.PeopleImported,
            "people",
            new { New = added.Select(person => person.UserName), Changed = changed.Select(person => person.UserName) },
            async context =>
            {
                foreach (var (person, user) in accounts)
                {
                    AddPersonHandler.Require(await users.CreateAsync(user));
                    await context.Give(access, organisation, user.Id, person.Grants, person.Posts, cancellationToken);
                }

                foreach (var person in changed)
                {
                    await Change(context, access, organisation, person, cancellationToken);
                }
            },
            cancellationToken);
        return new ImportedRows(added.Count, changed.Count);
    }

    /// <summary>Passwords are hashed before anybody has to wait for the change.</summary>
    private async Task<User> Account(Access access, PersonRow person, string password)
    {
        var user = new User { CentreId = access.CentreId, UserName = person.UserName, DisplayName = person.DisplayName, LockoutEnabled = true };
        foreach (var validator in users.PasswordValidators)
        {
            AddPersonHandler.Require(await validator.ValidateAsync(users, user, password));
        }

        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        return user;
    }

    private static async Task Change(ApprovalDbContext context, Access access, CentreDirectory organisation, PersonRow person, CancellationToken cancel)
    {
        var known = organisation.FindPerson(person.UserName)!;
        var (grants, posts) = PeopleCheck.Whole(person, known, organisation);
        var user = await context.Users.SingleAsync(row => row.Id == known.UserId, cancel);
        user.DisplayName = person.DisplayName.Length > 0 ? person.DisplayName : user.DisplayName;
        await context.Give(access, organisation, known.UserId, grants, posts, cancel);
    }
}
