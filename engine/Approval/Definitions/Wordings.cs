using ApprovalEngine.Contracts;
using ApprovalEngine.Workflow.Descriptors;

namespace ApprovalEngine.Approval.Definitions;

/// <summary>Texts of the pure core as the API bears them.</summary>
internal static class Wordings
{
    /// <summary>The same text.</summary>
    public static LocalText ToLocal(this Wording wording) => new(wording.ZhHans, wording.ZhHant, wording.En);
}
