using ApprovalEngine.Approval.Organisation;
using Microsoft.AspNetCore.Identity;

namespace ApprovalEngine.Approval.SigningIn;

/// <summary>Makes the second step known to the framework's sign-in.</summary>
internal sealed class SecondStepProvider(SecondStepCodes codes) : IUserTwoFactorTokenProvider<User>
{
    public const string Name = "SecondStep";

    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<User> manager, User user) => Task.FromResult(user.TwoFactorEnabled);

    public Task<string> GenerateAsync(string purpose, UserManager<User> manager, User user) =>
        throw new NotSupportedException("The person's own device makes the codes.");

    public Task<bool> ValidateAsync(string purpose, string token, UserManager<User> manager, User user) => codes.TakeAsync(user.Id, token, CancellationToken.None);
}
