using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Approval.Organisation.Import;

/// <summary>What every import keeps: not too much at once, and nothing with a fault.</summary>
internal static class SheetRules
{
    /// <summary>The rows as they were checked.</summary>
    /// <exception cref="RuleBrokenException">There are none, too many, or faults in them.</exception>
    public static IReadOnlyList<T> Accept<T>(IReadOnlyList<T> rows, Func<IReadOnlyList<T>, (IReadOnlyList<T> Rows, IReadOnlyList<SheetFault> Faults)> check)
    {
        if (rows.Count is 0 or > SheetFile.MostLines)
        {
            throw new RuleBrokenException("SheetSize", $"1 to {SheetFile.MostLines} rows come in at once.", "rows");
        }

        var (accepted, faults) = check(rows);
        return faults.Count == 0 ? accepted : throw new RuleBrokenException([.. faults.Select(fault => new Fault(fault.Code, fault.Message, $"{fault.Line}: {fault.Column}"))]);
    }
}
