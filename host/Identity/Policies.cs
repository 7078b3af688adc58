using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Host.Identity;

/// <summary>Names of the rights that endpoints ask for: to hold a role somewhere. Scope and assignment are checked by the command itself.</summary>
internal static class Policies
{
    public const string SignedIn = nameof(SignedIn);

    public const string Administrator = nameof(Role.Administrator);

    public const string Supervisor = nameof(Role.Supervisor);

    public const string Auditor = nameof(Role.Auditor);

    public const string HeadOfCentre = nameof(Role.HeadOfCentre);

    /// <summary>Those who receive applications.</summary>
    public const string Intake = nameof(Intake);

    /// <summary>Those who may stop a case.</summary>
    public const string Suspension = nameof(Suspension);

    /// <summary>Those who watch over deadlines.</summary>
    public const string Oversight = nameof(Oversight);

    /// <summary>Those who see to it that the trail can be trusted.</summary>
    public const string Trail = nameof(Trail);

    /// <summary>Those who run the installation: administrators of the whole centre, in person.</summary>
    public const string Operations = nameof(Operations);

    /// <summary>Each policy with the roles of which one must be held.</summary>
    public static IReadOnlyDictionary<string, Role[]> Roles { get; } = new Dictionary<string, Role[]>
    {
        [Administrator] = [Role.Administrator],
        [Supervisor] = [Role.Supervisor],
        [Auditor] = [Role.Auditor],
        [HeadOfCentre] = [Role.HeadOfCentre],
        [Intake] = [Role.WindowClerk, Role.Agent, Role.System],
        [Trail] = [Role.Auditor, Role.Administrator],
        [Suspension] = [Role.HeadOfCentre, Role.Supervisor],
        [Oversight] = [Role.Supervisor, Role.Auditor, Role.HeadOfCentre],
    };
}
