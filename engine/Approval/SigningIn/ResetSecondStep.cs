using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Audit;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.SigningIn;

/// <summary>An administrator turns the second step of somebody off who has lost their device and their recovery codes; their sign-ins end.</summary>
/// <param name="Access">Who.</param>
/// <param name="UserName">Whose.</param>
public sealed record ResetSecondStep(Access Access, string UserName) : IRequest;

internal sealed class ResetSecondStepHandler(OrganisationWriter writer) : AsyncRequestHandler<ResetSecondStep>
{
    protected override async Task Handle(ResetSecondStep request, CancellationToken cancellationToken)
    {
        var (access, userName) = request;
        access.RequirePerson("A second step is reset by people.");
        var organisation = await writer.Read(access, cancellationToken);
        var known = organisation.FindPerson(userName) ?? throw new NotFoundException("Person", userName);

        // Who could reset their own would need no device: another administrator does it.
        if (userName == access.UserName || !known.IsAdministeredBy(access, organisation))
        {
            throw new ForbiddenException("OutOfScope", $"The second step of '{userName}' is reset by another administrator of all units where they hold roles.");
        }

        await writer.Write(
            access,
            EventAct.SecondStepReset,
            userName,
            new { },
            async context =>
            {
                var user = await context.Users.SingleAsync(row => row.Id == known.UserId, cancellationToken);
                (user.TwoFactorEnabled, user.SecurityStamp) = (false, Guid.NewGuid().ToString("N"));
            },
            cancellationToken);
    }
}
