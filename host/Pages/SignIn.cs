using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Host.Identity;
using Microsoft.AspNetCore.Identity;

namespace ApprovalEngine.Host.Pages;

/// <summary>Signs people in and out with the cookie of the browser.</summary>
internal sealed class SignIn(SignInManager<User> manager, SignInLog log, IHttpContextAccessor context)
{
    public bool IsSignedIn => context.HttpContext?.User.Identity?.IsAuthenticated == true;

    public string? UserName => context.HttpContext?.User.Identity?.Name;

    /// <summary>False for every reason alike, so that nobody learns which accounts exist.</summary>
    public async Task<bool> TryAsync(string userName, string password)
    {
        var result = await manager.PasswordSignInAsync(userName, password, isPersistent: false, lockoutOnFailure: true);
        await log.RecordAsync(await manager.UserManager.FindByNameAsync(userName), "page", result);
        return result.Succeeded;
    }

    public Task OutAsync() => manager.SignOutAsync();
}
