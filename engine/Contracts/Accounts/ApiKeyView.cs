using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Contracts.Accounts;

/// <summary>A program's key as it is listed: all but what opens.</summary>
/// <param name="Code">The part of the key by which it is told from others.</param>
/// <param name="Program">What the program is called; it acts as <c>program/NAME</c>.</param>
/// <param name="Grants">Roles, each with the unit from which it reaches down.</param>
/// <param name="ExpiresOn">The last local day on which it is good.</param>
/// <param name="IsGood">Neither expired nor revoked.</param>
/// <param name="GivenBy">User name of who gave it.</param>
/// <param name="GivenAt">When (UTC).</param>
/// <param name="LastUsedAt">When it was used last, to the minute (UTC); null for never.</param>
/// <param name="RevokedBy">User name of who revoked it; null while nobody did.</param>
/// <param name="RevokedAt">When (UTC).</param>
public sealed record ApiKeyView(
    string Code,
    string Program,
    IReadOnlyList<GrantView> Grants,
    DateOnly ExpiresOn,
    bool IsGood,
    string GivenBy,
    DateTimeOffset GivenAt,
    DateTimeOffset? LastUsedAt,
    string? RevokedBy,
    DateTimeOffset? RevokedAt)
{
    /// <summary>Who gave it still has an active account; where not, somebody should look whether it is still needed.</summary>
    public bool IsGiverActive { get; init; } = true;
}
