using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Audit;
using MediatR;

namespace ApprovalEngine.Approval.SigningIn;

/// <summary>Ends all of a person's sign-ins, of browsers and programs, on every host within a second.</summary>
/// <param name="Access">Whose.</param>
public sealed record SignOutEverywhere(Access Access) : IRequest;

internal sealed class SignOutEverywhereHandler(OwnAccount account) : AsyncRequestHandler<SignOutEverywhere>
{
    protected override async Task Handle(SignOutEverywhere request, CancellationToken cancellationToken) =>
        await account.Change(request.Access, await account.Of(request.Access, cancellationToken), EventAct.SignedOutEverywhere, _ => Task.CompletedTask, cancellationToken);
}
