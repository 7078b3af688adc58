using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Contracts.Accounts;

/// <summary>A key for a program.</summary>
/// <param name="Program">What the program is called: small letters, digits, dots and dashes. It acts as <c>program/NAME</c>; a program may have several keys, so that one follows the other without a gap.</param>
/// <param name="Grants">Roles, each with the unit from which it reaches down.</param>
/// <param name="ExpiresOn">The last local day on which it is good.</param>
public sealed record ApiKeyRequest(string Program, IReadOnlyList<GrantView> Grants, DateOnly ExpiresOn);
