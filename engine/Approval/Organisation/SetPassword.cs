using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Organisation;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>Gives another person a new password; sign-ins that stand end.</summary>
/// <param name="Access">Who gives it.</param>
/// <param name="UserName">Whose.</param>
/// <param name="Password">The password.</param>
public sealed record SetPassword(Access Access, string UserName, NewPasswordRequest Password) : IRequest
{
    private bool PrintMembers(System.Text.StringBuilder text) => text.Append(UserName).Length > 0;
}

internal sealed class SetPasswordHandler(OrganisationWriter writer, UserManager<User> users) : AsyncRequestHandler<SetPassword>
{
    protected override async Task Handle(SetPassword request, CancellationToken cancellationToken)
    {
        var (access, userName, password) = request;
        access.RequirePerson("Passwords are given by people.");

        // Who found an account signed in would else need no password to keep it.
        if (userName == access.UserName)
        {
            throw new ForbiddenException("PasswordIsOwn", "Your own password you change by the present one, in your own account.");
        }

        var organisation = await writer.Read(access, cancellationToken);
        var known = organisation.FindPerson(userName) ?? throw new NotFoundException("Person", userName);
        if (!known.IsAdministeredBy(access, organisation))
        {
            throw new ForbiddenException("OutOfScope", $"'{userName}' holds roles outside the units that you administer.");
        }

        await writer.Write(
            access,
            EventAct.PasswordSet,
            userName,
            new { },
            async _ =>
            {
                var user = (await users.FindByNameAsync(userName))!;
                foreach (var validator in users.PasswordValidators)
                {
                    AddPersonHandler.Require(await validator.ValidateAsync(users, user, password.Password));
                }

                user.PasswordHash = users.PasswordHasher.HashPassword(user, password.Password);
                user.LockoutEnd = null;
                AddPersonHandler.Require(await users.UpdateSecurityStampAsync(user));
            },
            cancellationToken);
    }
}
