using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>A unit as the directory knows it.</summary>
/// <param name="UnitId">Its key in the tables.</param>
/// <param name="ParentId">The unit above.</param>
/// <param name="Code">Its key everywhere else.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Path">Ids from the root, each between slashes.</param>
/// <param name="IsActive">Whether work may be given to it.</param>
public sealed record UnitEntry(int UnitId, int? ParentId, string Code, OrgUnitKind Kind, LocalText Name, string Path, bool IsActive)
{
    /// <summary>Whether it is the unit of that path or lies below it.</summary>
    public bool IsWithin(string path) => Path.StartsWith(path, StringComparison.Ordinal);
}
