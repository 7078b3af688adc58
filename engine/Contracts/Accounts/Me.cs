namespace ApprovalEngine.Contracts.Accounts;

/// <summary>The signed-in person.</summary>
/// <param name="UserName">Key of the person.</param>
/// <param name="DisplayName">The name that screens show.</param>
/// <param name="Centre">The centre's name.</param>
/// <param name="Zone">IANA name of the zone of the centre's local dates.</param>
/// <param name="Roles">Roles with the paths of the units at which they are held.</param>
/// <param name="RequestToken">For the header <c>X-CSRF</c> of writes that a browser's cookie authorises.</param>
/// <param name="Provider">What the outer provider is called with which people may sign in too; null where there is none.</param>
public sealed record Me(string UserName, string DisplayName, LocalText Centre, string Zone, IReadOnlyList<HeldRole> Roles, string? RequestToken, string? Provider = null)
{
    /// <summary>The instant (UTC) at which this was answered: what day it is the server says, not the clock of a desk's computer.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Codes of the windows at which the person may take in applications.</summary>
    public IReadOnlyList<string> Windows { get; init; } = [];

    /// <summary>What the person chose for themselves (<see cref="Preference"/>); what is usual is not there.</summary>
    public IReadOnlyDictionary<string, string> Preferences { get; init; } = new Dictionary<string, string>();
}
