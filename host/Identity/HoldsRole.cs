using ApprovalEngine.Contracts.Organisation;
using Microsoft.AspNetCore.Authorization;

namespace ApprovalEngine.Host.Identity;

/// <summary>The person is active and holds one of the roles somewhere; with no roles, being active is enough.</summary>
/// <param name="Roles">The roles.</param>
/// <param name="OfWholeCentre">The role must reach all of the centre, and a person must hold it: what is asked for serves all of it.</param>
internal sealed record HoldsRole(IReadOnlyList<Role> Roles, bool OfWholeCentre = false) : IAuthorizationRequirement;
