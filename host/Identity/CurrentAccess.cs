using System.Security.Claims;
using ApprovalEngine.Approval.Organisation;

namespace ApprovalEngine.Host.Identity;

/// <summary>The rights of the person or program who asks, looked up once a request.</summary>
internal sealed class CurrentAccess(OrgDirectory directory)
{
    private Access? found;

    /// <summary>The rights of an authenticated, active person.</summary>
    public Access Access => found ?? throw new InvalidOperationException("The endpoint asks for nobody's rights.");

    /// <summary>Takes the rights that came with a program's key.</summary>
    public void Take(Access access) => found = access;

    /// <summary>The rights, null for nobody and for an inactive account.</summary>
    public async ValueTask<Access?> FindAsync(ClaimsPrincipal person) =>
        found ??= person.Identity is { IsAuthenticated: true, Name: { } name } ? await directory.AccessOf(name) : null;
}
