using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>What is read of the centre with each case: caches of other versions are stale.</summary>
/// <param name="CentreId">The centre.</param>
/// <param name="Code">Its code.</param>
/// <param name="CalendarVersion">Version of its calendar set.</param>
/// <param name="LevelProfile">Code of its supervision levels.</param>
/// <param name="OrganisationVersion">Version of its units, people, posts, rights and thresholds.</param>
public sealed record CentreRow(int CentreId, string Code, int CalendarVersion, string LevelProfile, int OrganisationVersion)
{
    internal const int Count = 4;

    internal const string Select = "e.code, e.calendar_version, e.level_profile, e.organisation_version";

    internal static CentreRow Read(NpgsqlDataReader reader, int centreId, int from) =>
        new(centreId, reader.GetString(from), reader.GetInt32(from + 1), reader.GetString(from + 2), reader.GetInt32(from + 3));
}
