using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Audit;
using MediatR;

namespace ApprovalEngine.Approval.SigningIn;

/// <summary>Turns one's own second step off; a code shows that it is oneself who asks. All sign-ins that stand end.</summary>
/// <param name="Access">Who.</param>
/// <param name="Code">What the device shows, or a recovery code.</param>
public sealed record EndSecondStep(Access Access, string Code) : IRequest
{
    private bool PrintMembers(System.Text.StringBuilder text) => text.Append(Access.UserName).Length > 0;
}

internal sealed class EndSecondStepHandler(OwnAccount account, Proofs proofs) : AsyncRequestHandler<EndSecondStep>
{
    protected override async Task Handle(EndSecondStep request, CancellationToken cancellationToken)
    {
        var user = await account.Of(request.Access, cancellationToken);
        if (!user.TwoFactorEnabled)
        {
            return;
        }

        if (!await proofs.ByCodeAsync(user, request.Code))
        {
            throw new RuleBrokenException("CodeWrong", "The code is wrong, or was used before, or the account is locked for a while.", "code");
        }

        await account.Change(request.Access, user, EventAct.SecondStepTurnedOff, _ => Task.FromResult(user.TwoFactorEnabled = false), cancellationToken);
    }
}
