using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Approval.Persistence.Rows;
using ApprovalEngine.Contracts.Organisation;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>Changes a person's name, roles and posts, or deactivates the account.</summary>
/// <param name="Access">Who changes it.</param>
/// <param name="UserName">Whose.</param>
/// <param name="Person">As it shall be.</param>
public sealed record ChangePerson(Access Access, string UserName, ChangePersonRequest Person) : IRequest<PersonView>;

internal sealed class ChangePersonRules : AbstractValidator<ChangePerson>
{
    public ChangePersonRules()
    {
        RuleFor(change => change.Person.DisplayName).Length(1, 100).WithErrorCode("DisplayName").WithMessage("A person has a name of 1 to 100 characters.");
        RuleForEach(change => change.Person.Grants).Must(grant => grant.Role != Role.System).WithErrorCode("RoleNotForPeople").WithMessage("The role System is not for people.");
    }
}

internal sealed class ChangePersonHandler(OrganisationWriter writer) : IRequestHandler<ChangePerson, PersonView>
{
    public async Task<PersonView> Handle(ChangePerson request, CancellationToken cancellationToken)
    {
        var (access, userName, person) = request;
        var posts = person.Posts ?? [];
        var organisation = await writer.Read(access, cancellationToken);
        var known = organisation.FindPerson(userName) ?? throw new NotFoundException("Person", userName);
        if (!known.IsAdministeredBy(access, organisation))
        {
            throw new ForbiddenException("OutOfScope", $"'{userName}' holds roles outside the units that you administer.");
        }

        OrganisationWriter.RequireGrantable(access, organisation, person.Grants, posts);
        await writer.Write(
            access,
            "PersonChanged",
            userName,
            person,
            async context =>
            {
                await RequireAnAdministratorLeft(context, organisation, known, person, cancellationToken);
                await RequireNothingLeftOpen(context, access, known, person, cancellationToken);
                var user = await context.Users.SingleAsync(row => row.Id == known.UserId, cancellationToken);
                (user.DisplayName, user.IsActive) = (person.DisplayName, person.IsActive);
                user.SecurityStamp = person.IsActive ? user.SecurityStamp : Guid.NewGuid().ToString("N");
                await context.Give(access, organisation, known.UserId, person.Grants, posts, cancellationToken);
            },
            cancellationToken);
        return new PersonView(userName, person.DisplayName, person.IsActive, person.Grants, posts);
    }

    /// <summary>Without one, nobody could ever give a right again. Asked where changes wait for each other, so that two cannot dismiss each other.</summary>
    private static async Task RequireAnAdministratorLeft(ApprovalDbContext context, CentreDirectory organisation, PersonEntry known, ChangePersonRequest person, CancellationToken cancel)
    {
        var (centre, root) = (organisation.Centre.CentreId, organisation.Root);
        var stays = person.IsActive && person.Grants.Any(grant => grant.Role == Role.Administrator && grant.Unit == root.Code);
        var others = context.Set<RoleGrant>().Where(grant => grant.CentreId == centre && grant.Role == Role.Administrator && grant.UnitId == root.UnitId && grant.UserId != known.UserId);
        if (!stays && !await others.Join(context.Users.Where(user => user.IsActive), grant => grant.UserId, user => user.Id, (_, user) => user.Id).AnyAsync(cancel))
        {
            throw new RuleBrokenException("LastAdministrator", "This is the last administrator of the whole centre; make somebody else one first.", "grants");
        }
    }

    private static async Task RequireNothingLeftOpen(ApprovalDbContext context, Access access, PersonEntry known, ChangePersonRequest person, CancellationToken cancel)
    {
        if (person.IsActive || !known.IsActive)
        {
            return;
        }

        var open = await context.Set<TaskOpenRow>().CountAsync(task => task.CentreId == access.CentreId && task.Assignee == known.UserName, cancel);
        if (open > 0)
        {
            throw new ConflictException("PersonHasOpenTasks", $"'{known.UserName}' has {open} open tasks; transfer or release them first.", new { OpenTasks = open });
        }
    }
}
