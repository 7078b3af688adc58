using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using MediatR;
using OtpNet;

namespace ApprovalEngine.Approval.SigningIn;

/// <summary>Gives a person a secret for their device. It asks for nothing yet: only a code made with it turns the second step on.</summary>
/// <param name="Access">Who.</param>
public sealed record BeginSecondStep(Access Access) : IRequest<NewSecret>;

/// <summary>A secret that is shown once.</summary>
/// <param name="Secret">Base 32, for typing.</param>
/// <param name="Uri">For a QR code (<c>otpauth://totp/…</c>).</param>
public sealed record NewSecret(string Secret, Uri Uri)
{
    private bool PrintMembers(System.Text.StringBuilder text) => text.Append(Uri.Scheme).Length > 0;
}

internal sealed class BeginSecondStepHandler(OwnAccount account, SecondStepCodes codes) : IRequestHandler<BeginSecondStep, NewSecret>
{
    private const string Issuer = "ApprovalEngine";

    public async Task<NewSecret> Handle(BeginSecondStep request, CancellationToken cancellationToken)
    {
        var user = await account.Of(request.Access, cancellationToken);
        if (user.TwoFactorEnabled)
        {
            throw new ConflictException("SecondStepOn", "The second step is on already; turn it off before you give it to another device.");
        }

        var secret = await codes.NewSecretAsync(user.Id, cancellationToken);
        return new NewSecret(secret, new OtpUri(OtpType.Totp, secret, user.UserName, Issuer).ToUri());
    }
}
