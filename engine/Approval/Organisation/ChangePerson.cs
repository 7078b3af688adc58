using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Approval.Persistence.Rows;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Organisation;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>
/// Changes a person's name, roles and posts, or deactivates the account. Where they have open work that they could not have been given any more,
/// all of it goes where the request says, in the same step.
/// </summary>
/// <param name="Access">Who changes it.</param>
/// <param name="UserName">Whose.</param>
/// <param name="Person">As it shall be.</param>
public sealed record ChangePerson(Access Access, string UserName, ChangePersonRequest Person) : IRequest<PersonView>;

internal sealed class ChangePersonRules : AbstractValidator<ChangePerson>
{
    public ChangePersonRules()
    {
        RuleFor(change => change.Person.DisplayName).Must(name => Texts.IsName(name, 100)).WithErrorCode("DisplayName").WithMessage("A person has a name of 1 to 100 characters.");
        RuleForEach(change => change.Person.Grants).Must(grant => Enum.IsDefined(grant.Role)).WithErrorCode("RoleUnknown").WithMessage("There is no such role.");
        RuleForEach(change => change.Person.Grants).Must(grant => grant.Role != Role.System).WithErrorCode("RoleNotForPeople").WithMessage("The role System is not for people.");
    }
}

internal sealed class ChangePersonHandler(OrganisationWriter writer, PersonsWork work, HandOvers overs, TimeProvider time) : IRequestHandler<ChangePerson, PersonView>
{
    public async Task<PersonView> Handle(ChangePerson request, CancellationToken cancellationToken)
    {
        var (access, userName, person) = request;
        access.RequirePerson("People are changed by people.");
        var posts = person.Posts ?? [];
        var organisation = await writer.Read(access, cancellationToken);
        var known = organisation.FindPerson(userName) ?? throw new NotFoundException("Person", userName);
        if (!known.IsAdministeredBy(access, organisation))
        {
            throw new ForbiddenException("OutOfScope", $"'{userName}' holds roles outside the units that you administer.");
        }

        OrganisationWriter.RequireGrantable(access, organisation, person.Grants, posts);
        HandOverRow? over = null;
        await writer.Write(
            access,
            EventAct.PersonChanged,
            userName,
            person with { BuildsOn = null },
            async context =>
            {
                var user = await context.Users.SingleAsync(row => row.Id == known.UserId, cancellationToken);
                if (person.BuildsOn is { } seen && await context.StandsAs(access, user, cancellationToken) is var now && !now.IsAs(seen))
                {
                    throw new ConflictException("PersonMovedOn", $"Somebody else changed '{userName}' meanwhile; nothing of yours was lost or saved.", now);
                }

                over = await WhereOpenWorkGoes(access, organisation, known, person, cancellationToken);
                context.AddRange(over is null ? [] : [over]);
                await RequireAnAdministratorLeft(context, organisation, known, person, cancellationToken);
                (user.DisplayName, user.IsActive) = (person.DisplayName, person.IsActive);
                user.SecurityStamp = person.IsActive ? user.SecurityStamp : Guid.NewGuid().ToString("N");
                await context.Give(access, organisation, known.UserId, person.Grants, posts, cancellationToken);
            },
            cancellationToken);
        if (over is not null)
        {
            // Nobody can give the person anything more now; what is cut off here a job takes up again.
            await overs.FinishAsync(access.CentreId, over.HandOverId, cancellationToken);
        }

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

    /// <summary>Who leaves open work behind is deactivated, or loses the roles by which they have it, only together with the answer where all of it goes.</summary>
    private async Task<HandOverRow?> WhereOpenWorkGoes(Access access, CentreDirectory organisation, PersonEntry known, ChangePersonRequest person, CancellationToken cancel)
    {
        if (!known.IsActive)
        {
            return null;
        }

        var open = person.IsActive
            ? await work.CountLostAsync(organisation, known, known.With(person.Grants, person.Posts ?? [], organisation), cancel)
            : await work.CountAsync(organisation, known.UserName, null, cancel);
        return person.OpenWork is { } to && (open.Cases > 0 || !person.IsActive) ? HandOverWorkHandler.Row(access, organisation, known.UserName, to, time.GetUtcNow())
            : open.Cases == 0 ? null
            : throw new ConflictException("PersonHasOpenTasks", $"'{known.UserName}' has {open.Tasks + open.Delegated} open tasks in {open.Cases} cases; say where they go.", open);
    }
}
