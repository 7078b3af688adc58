using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Organisation;

namespace ApprovalEngine.Approval.Statistics;

/// <summary>Names groups by their codes.</summary>
internal sealed class GroupKeys(OrgDirectory directory, ItemStore items)
{
    /// <summary>For cases without one, such as the window of a case that came in online.</summary>
    public const string None = "-";

    /// <summary>The code of a group.</summary>
    public async Task<string> CodeOf(int centreId, Axis axis, int id, CancellationToken cancel) => axis switch
    {
        _ when axis == Axis.Channel => ((Channel)id).ToString(),
        _ when axis == Axis.Item => (await items.Of(centreId, id, cancel)).Code,
        _ when id == 0 => None,
        _ when axis == Axis.Person => (await directory.Of(centreId, cancel)).People.First(person => person.UserId == id).UserName,
        _ => (await directory.Of(centreId, cancel)).Unit(id).Code,
    };
}
