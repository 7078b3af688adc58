using ApprovalEngine.Approval.Checks;
using ApprovalEngine.Approval.Statistics;

namespace ApprovalEngine.Host.Commands;

/// <summary>What a check found, a line each.</summary>
internal static class CheckText
{
    /// <summary>Cases whose tables do not say what their states say.</summary>
    public static void Write(IReadOnlyList<CaseFinding> findings)
    {
        foreach (var one in findings)
        {
            Output.Line($"{one.CaseNo}: {one.Kind}: {one.Message}");
        }
    }

    /// <summary>Sums that are kept otherwise than the facts give them.</summary>
    public static void Write(IReadOnlyList<RollupDifference> differences)
    {
        foreach (var one in differences)
        {
            Output.Line($"{one.Dimension} {one.Key} {(one.Grain is Grain.Month ? $"{one.Period:yyyy-MM}" : $"{one.Period:yyyy-MM-dd}")}: {one.Column} was {one.Kept}, counted {one.Counted}");
        }
    }
}
