using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Accounts;
using ApprovalEngine.Contracts.Audit;
using MediatR;

namespace ApprovalEngine.Approval.SigningIn;

/// <summary>Turns the second step on: the code shows that the person's device has the secret. All sign-ins that stand end.</summary>
/// <param name="Access">Who.</param>
/// <param name="Code">What the device shows.</param>
public sealed record ConfirmSecondStep(Access Access, string Code) : IRequest<RecoveryCodes>
{
    private bool PrintMembers(System.Text.StringBuilder text) => text.Append(Access.UserName).Length > 0;
}

internal sealed class ConfirmSecondStepHandler(OwnAccount account, SecondStepCodes codes) : IRequestHandler<ConfirmSecondStep, RecoveryCodes>
{
    public async Task<RecoveryCodes> Handle(ConfirmSecondStep request, CancellationToken cancellationToken)
    {
        var user = await account.Of(request.Access, cancellationToken);
        if (user.TwoFactorEnabled)
        {
            throw new ConflictException("SecondStepOn", "The second step is on already.");
        }

        if (!await codes.TakeAsync(user.Id, request.Code, cancellationToken))
        {
            throw new RuleBrokenException("CodeWrong", "The code is wrong, or was used before. Wait for the next one.", "code");
        }

        string[] recovery = [];
        await account.Change(
            request.Access,
            user,
            EventAct.SecondStepTurnedOn,
            async context =>
            {
                user.TwoFactorEnabled = true;
                recovery = await SecondStepCodes.NewRecoveryAsync(context, user.Id, cancellationToken);
            },
            cancellationToken);
        return new RecoveryCodes(recovery);
    }
}
