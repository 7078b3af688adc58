using ApprovalEngine.Contracts.Organisation;
using Microsoft.AspNetCore.Authorization;

namespace ApprovalEngine.Host.Identity;

/// <summary>The person is active and holds one of the roles somewhere; with no roles, being active is enough.</summary>
internal sealed record HoldsRole(IReadOnlyList<Role> Roles) : IAuthorizationRequirement;
