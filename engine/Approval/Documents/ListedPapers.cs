using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Forms;

namespace ApprovalEngine.Approval.Documents;

/// <summary>Nothing outside the item's list is taken in, recorded or demanded of an applicant (清單之外無證明): not by a slip of the pen either.</summary>
internal static class ListedPapers
{
    /// <summary>Passes a paper that may still come: those of a case under way, and what was promised when the case has ended before it came.</summary>
    /// <exception cref="ConflictException">The case has ended, and the paper was not promised.</exception>
    /// <param name="session">The case.</param>
    /// <param name="code">The paper.</param>
    /// <param name="wasKeptLate">The paper was promised and has been recorded as supplied since the case ended: its file may follow.</param>
    public static void RequireMayCome(CaseSession session, string code, bool wasKeptLate = false)
    {
        var row = session.Case;
        if (!row.IsOpen && !(PromisedPapers.MayCome(row) && (wasKeptLate || session.Stored.Materials.GetValueOrDefault(code).State == MaterialState.Deferred)))
        {
            throw Ended(row);
        }
    }

    /// <summary>Passes a case under way.</summary>
    /// <exception cref="ConflictException">It has ended.</exception>
    public static void RequireOpen(CaseRecord row)
    {
        if (!row.IsOpen)
        {
            throw Ended(row);
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

    /// <summary>Likewise of a case, whose form may have brought papers too.</summary>
    public static void Require(CaseSession session, IEnumerable<string> codes) =>
        Require(session.World, codes.Except(FormPaper.In(session.World.Content.Fields, session.Case.Form).Select(paper => paper.Code)));

    private static ConflictException Ended(CaseRecord row) =>
        new("CaseEnded", $"Case {row.CaseNo} has ended; its materials stay as they are.", new { at = row.ClosedAt });
}
