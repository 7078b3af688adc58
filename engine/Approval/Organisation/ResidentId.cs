using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Identifiers;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>公民身份號碼, checked where it is kept.</summary>
public static class ResidentId
{
    /// <summary>Normalises and checks.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="today">The centre's local date: nobody is born after it.</param>
    /// <param name="where">The field it came from.</param>
    /// <returns>The number as it is kept.</returns>
    /// <exception cref="RuleBrokenException">It breaks the standard; the message says which character and why.</exception>
    public static string Check(string text, DateOnly today, string where = "number")
    {
        var id = IdentifierText.Normalise(text);
        return ResidentIdRule.FaultIn(id, today) is { } fault ? throw new RuleBrokenException(fault.Code, fault.Message, where) : id;
    }
}
