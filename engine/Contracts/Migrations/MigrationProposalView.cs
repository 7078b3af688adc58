namespace ApprovalEngine.Contracts.Migrations;

/// <summary>What is proposed before anything is moved.</summary>
/// <param name="From">The version that is left.</param>
/// <param name="To">The version that is entered.</param>
/// <param name="OpenCases">How many cases run on the old version.</param>
/// <param name="Pairs">Every activity of the old version with its proposed target.</param>
/// <param name="NewActivities">Activities of the new version that nothing is sent to.</param>
/// <param name="Mapping">The proposal as a mapping.</param>
/// <param name="Faults">What stands against it whatever the case.</param>
public sealed record MigrationProposalView(
    int From, int To, int OpenCases, IReadOnlyList<MigrationPair> Pairs, IReadOnlyList<string> NewActivities, MappingText Mapping, IReadOnlyList<MigrationFaultView> Faults);

/// <summary>A proposed target.</summary>
/// <param name="Activity">Activity of the old version.</param>
/// <param name="Type">Its type.</param>
/// <param name="Target">Activity of the new version; null when there is none.</param>
/// <param name="Match">Root, Id, Name, Type, or None.</param>
public sealed record MigrationPair(string Activity, string Type, string? Target, string Match);

/// <summary>What stands against a migration.</summary>
/// <param name="Code">Stable name.</param>
/// <param name="Where">Activity or variable.</param>
/// <param name="Message">A sentence.</param>
public sealed record MigrationFaultView(string Code, string Where, string Message);
