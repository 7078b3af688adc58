using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Organisation;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>Gives a person an account with roles and posts.</summary>
/// <param name="Access">Who gives it.</param>
/// <param name="Person">The person.</param>
public sealed record AddPerson(Access Access, AddPersonRequest Person) : IRequest<PersonView>
{
    private bool PrintMembers(System.Text.StringBuilder text) => text.Append(Person.UserName).Length > 0;
}

internal sealed class AddPersonRules : AbstractValidator<AddPerson>
{
    public AddPersonRules()
    {
        RuleFor(add => add.Person.UserName).Length(1, 256).WithErrorCode("UserName").WithMessage("A user name has 1 to 256 characters.");
        RuleFor(add => add.Person.DisplayName).Must(name => Texts.IsName(name, 100)).WithErrorCode("DisplayName").WithMessage("A person has a name of 1 to 100 characters.");
        RuleFor(add => add.Person.Grants).NotEmpty().WithErrorCode("GrantsMissing").WithMessage("A person needs at least one role.");
        RuleForEach(add => add.Person.Grants).Must(grant => Enum.IsDefined(grant.Role)).WithErrorCode("RoleUnknown").WithMessage("There is no such role.");
        RuleForEach(add => add.Person.Grants).Must(grant => grant.Role != Role.System).WithErrorCode("RoleNotForPeople").WithMessage("The role System is not for people.");
    }
}

internal sealed class AddPersonHandler(OrganisationWriter writer, UserManager<User> users) : IRequestHandler<AddPerson, PersonView>
{
    public async Task<PersonView> Handle(AddPerson request, CancellationToken cancellationToken)
    {
        var (access, person) = request;
        access.RequirePerson("Accounts are given by people.");
        var posts = person.Posts ?? [];
        var organisation = await writer.Read(access, cancellationToken);
        OrganisationWriter.RequireGrantable(access, organisation, person.Grants, posts);
        var trace = new { person.DisplayName, person.Grants, Posts = posts };
        await writer.Write(
            access,
            EventAct.PersonAdded,
            person.UserName,
            trace,
            async context =>
            {
                var user = new User { CentreId = access.CentreId, UserName = person.UserName, DisplayName = person.DisplayName, LockoutEnabled = true };
                Require(await users.CreateAsync(user, person.Password));
                await context.Give(access, organisation, user.Id, person.Grants, posts, cancellationToken);
            },
            cancellationToken);
        return new PersonView(person.UserName, person.DisplayName, IsActive: true, person.Grants, posts);
    }

    internal static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new RuleBrokenException([.. result.Errors.Select(error => new Fault(error.Code, error.Description, error.Code.StartsWith("Password", StringComparison.Ordinal) ? "password" : "userName"))]);
        }
    }
}
