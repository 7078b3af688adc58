using ApprovalEngine.Contracts.Audit;

namespace ApprovalEngine.Approval.Audit;

/// <summary>Seals as the API shows them.</summary>
internal static class SealViews
{
    public static SealListed Listed(Seal seal) => new(seal.No, seal.At, seal.Rows, seal.Events, Convert.ToHexStringLower(seal.Previous), seal.Print);
}
