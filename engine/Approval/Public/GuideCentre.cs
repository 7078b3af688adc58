using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;

namespace ApprovalEngine.Approval.Public;

/// <summary>Whose guide is shown: the centre that is named, else the first of the database, which most have for the only one.</summary>
public sealed class GuideCentre(CaseDatabase database, OrgDirectory directories)
{
    private const string First = "select code from centre order by centre_id limit 1";

    /// <summary>The centre's organisation; null when there is no such centre.</summary>
    public async Task<CentreDirectory?> FindAsync(string? code, CancellationToken cancel)
    {
        var named = string.IsNullOrEmpty(code) ? (await database.ListAsync(First, reader => reader.GetString(0), cancel)).FirstOrDefault() : code;
        try
        {
            return named is null ? null : await directories.Of(await directories.CentreId(named, cancel), cancel);
        }
        catch (Errors.NotFoundException)
        {
            return null;
        }
    }
}
