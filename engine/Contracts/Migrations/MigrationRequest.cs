namespace ApprovalEngine.Contracts.Migrations;

/// <summary>Moves the running cases of one version to another.</summary>
/// <param name="From">The version they run on.</param>
/// <param name="To">The version they are to run on; it must have been published.</param>
/// <param name="Mapping">Which activity becomes which; null for what is proposed.</param>
/// <param name="Reason">Why; kept in every case's trail. Not needed for a preview.</param>
public sealed record MigrationRequest(int From, int To, MappingText? Mapping = null, string? Reason = null);

/// <summary>Which activity becomes which. What is not named keeps its id where the new version has the same id and type.</summary>
/// <param name="Targets">By activity of the old version: the activity of the new one; null for none.</param>
/// <param name="Anew">Activities whose work is closed and begins anew at the target, which may be of another type.</param>
public sealed record MappingText(IReadOnlyDictionary<string, string?>? Targets = null, IReadOnlyList<string>? Anew = null);
