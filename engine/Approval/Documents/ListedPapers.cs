using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;

namespace ApprovalEngine.Approval.Documents;

/// <summary>Nothing outside the item's list is taken in, recorded or demanded of an applicant (清單之外無證明): not by a slip of the pen either.</summary>
internal static class ListedPapers
{
    /// <summary>Passes a case whose papers may still come.</summary>
    /// <exception cref="ConflictException">It has ended.</exception>
    public static void RequireOpen(CaseRecord row)
    {
        if (!row.IsOpen)
        {
            throw new ConflictException("CaseEnded", $"Case {row.CaseNo} has ended; its materials stay as they are.", new { at = row.ClosedAt });
        }
    }

    /// <summary>Passes papers that the item, in the case's version, has on its list, whether this application must bring them or not.</summary>
    /// <exception cref="RuleBrokenException">Papers are on no list; each is named.</exception>
    public static void Require(CaseWorld world, IEnumerable<string> codes)
    {
        var unknown = codes.Except(world.Content.List.Select(listed => listed.Code)).ToList();
        if (unknown.Count > 0)
        {
            throw new RuleBrokenException([.. unknown.Select(code => new Fault("MaterialUnknown", $"Item '{world.Item.Code}' has no material '{code}' on its list; nothing else can be asked for.", code))]);
        }
    }
}
