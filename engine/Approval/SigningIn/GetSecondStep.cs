using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Accounts;
using MediatR;

namespace ApprovalEngine.Approval.SigningIn;

/// <summary>How one's own second step stands.</summary>
/// <param name="Access">Whose.</param>
public sealed record GetSecondStep(Access Access) : IRequest<SecondStepView>;

internal sealed class GetSecondStepHandler(OwnAccount account) : IRequestHandler<GetSecondStep, SecondStepView>
{
    public async Task<SecondStepView> Handle(GetSecondStep request, CancellationToken cancellationToken)
    {
        var user = await account.Of(request.Access, cancellationToken);
        return new SecondStepView(user.TwoFactorEnabled, user.RecoveryHashes.Length);
    }
}
