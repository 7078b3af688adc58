using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Approval.Definitions;

/// <summary>Flows belong to the whole centre: changing them needs the administrator of all of it.</summary>
internal static class FlowRights
{
    public static async Task RequireFlowEditor(this OrgDirectory directory, Access access, CancellationToken cancel) =>
        access.RequireAt(Role.Administrator, (await directory.Of(access.CentreId, cancel)).Root);
}
