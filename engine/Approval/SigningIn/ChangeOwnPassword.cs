using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Accounts;
using ApprovalEngine.Contracts.Audit;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace ApprovalEngine.Approval.SigningIn;

/// <summary>A person gives themselves another password; all sign-ins that stand end.</summary>
/// <param name="Access">Who.</param>
/// <param name="Passwords">The one that holds, and the new one.</param>
public sealed record ChangeOwnPassword(Access Access, OwnPasswordRequest Passwords) : IRequest
{
    private bool PrintMembers(System.Text.StringBuilder text) => text.Append(Access.UserName).Length > 0;
}

internal sealed class ChangeOwnPasswordHandler(OwnAccount account, Proofs proofs, UserManager<User> users) : AsyncRequestHandler<ChangeOwnPassword>
{
    protected override async Task Handle(ChangeOwnPassword request, CancellationToken cancellationToken)
    {
        var user = await account.Of(request.Access, cancellationToken);
        if (!await proofs.ByPasswordAsync(user, request.Passwords.Current))
        {
            throw new RuleBrokenException("PasswordWrong", "The present password is wrong, or the account is locked for a while.", "current");
        }

        foreach (var validator in users.PasswordValidators)
        {
            AddPersonHandler.Require(await validator.ValidateAsync(users, user, request.Passwords.Password));
        }

        var hash = users.PasswordHasher.HashPassword(user, request.Passwords.Password);
        await account.Change(request.Access, user, EventAct.PasswordChanged, _ => Task.FromResult(user.PasswordHash = hash), cancellationToken);
    }
}
