using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.SigningIn;
using ApprovalEngine.Contracts.Audit;
using Microsoft.AspNetCore.Identity;

namespace ApprovalEngine.Host.Identity;

/// <summary>
/// Records who signed in, and who was refused. A name that belongs to nobody is not written down: people type passwords there; that it
/// was tried is, and takes as long.
/// </summary>
internal sealed class SignInLog(EventLog events)
{
    private const string Nobody = "system/nobody";

    public Task RecordAsync(User? user, string way, SignInResult result) => events.RecordAsync(
        user?.CentreId, user?.UserName ?? Nobody, result.Succeeded ? EventAct.SignedIn : result.RequiresTwoFactor ? EventAct.PasswordAccepted : EventAct.SignInRefused, user is null ? "user" : EventLog.Account + user.UserName,
        new { way, result = result.ToString() }, CancellationToken.None);

    /// <summary>Likewise from outside. What the provider calls somebody unknown is written down: nobody typed it, and it says whom to add or to link.</summary>
    public Task RecordAsync(User? user, OuterAccount account, EventAct act, string result) => events.RecordAsync(
        user?.CentreId, user?.UserName ?? Nobody, act, user is null ? "user" : EventLog.Account + user.UserName,
        new { way = "provider", result, account.Issuer, account.Subject, account.Name }, CancellationToken.None);
}
